// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice What the gas of passes is measured against: OpenZeppelin's ERC-721, and nothing but a counter more.
contract PlainPass is ERC721 {
    uint256 private _lastTokenId;

    constructor() ERC721("Plain", "PLAIN") {}

    function mint() external payable returns (uint256 tokenId) {
        tokenId = ++_lastTokenId;
        _safeMint(msg.sender, tokenId);
    }
}

/// @notice What the gas of stakes is measured against: the least that holds everybody's money and pays it back.
contract PlainStaking {
    mapping(address staker => uint256) public stakes;

    event Staked(address indexed staker, uint256 amount);

    function stake() external payable {
        stakes[msg.sender] += msg.value;
        emit Staked(msg.sender, msg.value);
    }

    function withdraw() external {
        uint256 amount = stakes[msg.sender];
        stakes[msg.sender] = 0;
        (bool paid,) = msg.sender.call{value: amount}("");
        require(paid);
    }
}
