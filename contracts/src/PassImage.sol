// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PassPicture} from "./PassPicture.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title How a pass looks in wallets: ERC-721 metadata with a picture, whole in a `data:` URI
library PassImage {
    /// @notice ERC-721 metadata of one pass.
    /// @param tokenId The pass
    /// @param tierId Its tier
    /// @param tierName The tier's name: printable ASCII, escaped here for JSON and in the picture for XML
    /// @param features Union of the feature bits
    /// @return uri `data:application/json;base64,…`
    function metadata(uint256 tokenId, uint256 tierId, string memory tierName, uint256 features)
        internal
        pure
        returns (string memory uri)
    {
        string memory name = Strings.escapeJSON(tierName);
        bytes memory json = abi.encodePacked(
            '{"name":"Passerby ',
            name,
            " #",
            Strings.toString(tokenId),
            '","description":"Two passers-by meet for five minutes. The tier says what this pass unlocks.","image":"data:image/svg+xml;base64,',
            Base64.encode(PassPicture.draw(tokenId, tierId, tierName, features)),
            '","attributes":[{"trait_type":"Tier","value":"',
            name,
            '"},{"trait_type":"Features","value":',
            Strings.toString(features),
            "}]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }
}
