// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

/// @notice Mints again from within the hook that tells it about its pass.
contract MintingAgain is IERC721Receiver {
    ITierPass private immutable PASS;
    uint256 private immutable TIER;
    uint256 private immutable PRICE;
    uint256 private left;

    constructor(ITierPass pass, uint256 tierId, uint256 price, uint256 times) payable {
        PASS = pass;
        TIER = tierId;
        PRICE = price;
        left = times;
    }

    function begin() external {
        PASS.mint{value: PRICE}(TIER);
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        if (left != 0) {
            --left;
            PASS.mint{value: PRICE}(TIER);
        }
        return this.onERC721Received.selector;
    }
}

/// @notice Calls the passes with a call of choice from within the hook that tells it about its new pass.
contract ActingFromItsHook is IERC721Receiver {
    ITierPass private immutable PASS;
    bytes private call;
    uint256 private value;

    constructor(ITierPass pass) payable {
        PASS = pass;
    }

    function mintAnd(uint256 tierId, uint256 price, bytes calldata call_, uint256 value_) external {
        (call, value) = (call_, value_);
        PASS.mint{value: price}(tierId);
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        (bool done,) = address(PASS).call{value: value}(call);
        require(done);
        return this.onERC721Received.selector;
    }
}

/// @notice A contract that has no idea of ERC-721.
contract RefusesPasses {
    function mint(ITierPass pass, uint256 tierId) external {
        pass.mint(tierId);
    }
}
