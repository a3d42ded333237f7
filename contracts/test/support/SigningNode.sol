// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A node that is a contract, for which a key signs until it is dismissed.
contract SigningNode is IERC1271 {
    address private signer;

    constructor(address signer_) {
        signer = signer_;
    }

    function dismiss() external {
        signer = address(1);
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recover(hash, signature) == signer ? this.isValidSignature.selector : bytes4(0);
    }
}
