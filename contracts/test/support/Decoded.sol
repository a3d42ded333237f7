// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

/// @notice Reads what is inside a Base64 `data:` URI; Foundry encodes Base64 but does not decode it.
abstract contract Decoded is Test {
    function _decoded(string memory uri, string memory mediaType) internal pure returns (string memory) {
        string memory start = string.concat("data:", mediaType, ";base64,");
        assertEq(vm.indexOf(uri, start), 0, "another media type");
        return string(_base64Decoded(vm.replace(uri, start, "")));
    }

    function _base64Decoded(string memory text) private pure returns (bytes memory decoded) {
        bytes memory digits = bytes(text);
        decoded = new bytes(digits.length / 4 * 3);
        uint256 bits;
        uint256 length;
        for (uint256 i = 0; i < digits.length; ++i) {
            if (digits[i] == "=") break;
            bits = bits << 6 | _base64Value(uint8(digits[i]));
            // After the 2nd, 3rd and 4th digit of a group another byte is whole.
            // forge-lint: disable-next-line(unsafe-typecast)
            if (i % 4 != 0) decoded[length++] = bytes1(uint8(bits >> (6 - 2 * (i % 4))));
        }
        assembly ("memory-safe") {
            mstore(decoded, length)
        }
    }

    function _base64Value(uint8 digit) private pure returns (uint256) {
        if (digit >= 97) return digit - 71;
        if (digit >= 65) return digit - 65;
        if (digit >= 48) return digit + 4;
        return digit == 43 ? 62 : 63;
    }
}
