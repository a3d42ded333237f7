// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title How a pass looks in wallets: ERC-721 metadata with an SVG, whole in a `data:` URI
/// @dev Tier names go in as they are; TierPass admits only names that need no escaping in JSON or XML.
library PassImage {
    /// @notice ERC-721 metadata of one pass.
    /// @param tokenId The pass
    /// @param tierId Its tier, which also picks the colour
    /// @param tierName The tier's name
    /// @param features Union of the feature bits
    /// @return uri `data:application/json;base64,…`
    function metadata(uint256 tokenId, uint256 tierId, string memory tierName, uint256 features)
        internal
        pure
        returns (string memory uri)
    {
        string memory title = string.concat("Passerby ", tierName, " #", Strings.toString(tokenId));
        bytes memory json = abi.encodePacked(
            '{"name":"',
            title,
            '","description":"A pass to meet passers-by. Its tier says what it unlocks.","image":"data:image/svg+xml;base64,',
            Base64.encode(_svg(tokenId, tierId, tierName)),
            '","attributes":[{"trait_type":"Tier","value":"',
            tierName,
            '"},{"trait_type":"Features","value":',
            Strings.toString(features),
            "}]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }

    function _svg(uint256 tokenId, uint256 tierId, string memory tierName) private pure returns (bytes memory) {
        // 137 degrees, the golden angle, keeps neighbouring tiers far apart on the colour circle.
        string memory hue = Strings.toString((28 + tierId * 137) % 360);
        return abi.encodePacked(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" rx="18" fill="hsl(',
            hue,
            ',45%,22%)"/><circle cx="130" cy="84" r="44" fill="hsl(',
            hue,
            ',70%,60%)"/><circle cx="190" cy="84" r="44" fill="hsl(',
            hue,
            ',70%,78%)" fill-opacity=".7"/><text x="160" y="172" fill="#fff" font-family="sans-serif" font-size="22" text-anchor="middle">',
            tierName,
            " #",
            Strings.toString(tokenId),
            "</text></svg>"
        );
    }
}
