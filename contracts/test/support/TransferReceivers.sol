// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

/// @notice Takes passes and remembers what it was told.
contract Receiver is IERC721Receiver {
    address public operator;
    address public from;
    uint256 public tokenId;
    bytes public data;
    uint256 public featuresWhenAsked;

    function onERC721Received(address operator_, address from_, uint256 tokenId_, bytes calldata data_)
        external
        returns (bytes4)
    {
        (operator, from, tokenId, data) = (operator_, from_, tokenId_, data_);
        featuresWhenAsked = ITierPass(msg.sender).featuresOf(address(this));
        return this.onERC721Received.selector;
    }
}

/// @notice Answers, but not with the number that it should.
contract AnswersWrongly is IERC721Receiver {
    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return 0xffffffff;
    }
}

/// @notice Refuses and says why.
contract RefusesWithReason is IERC721Receiver {
    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        revert("not today");
    }
}

/// @notice A contract without the hook.
contract Deaf {}
