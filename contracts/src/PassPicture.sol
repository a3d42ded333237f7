// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title The picture on a pass: two ways that cross by night, and a ring that takes five minutes to turn
/// @notice The tier gives the colours and lights one lamp for every feature; the number decides where the ways run,
/// where they cross and where the stars stand, so that no two passes look alike.
library PassPicture {
    using Strings for uint256;

    /// @dev By tier, in steps of two degrees: copper, a pale blue and gold for the default tiers, then far apart.
    bytes16 private constant _HUES = hex"0d6813964baf7d325aa58c2373053e61";
    uint256 private constant _STARS = 24;
    uint256 private constant _LAMPS = 5;

    /// @notice An SVG of 400 by 560 units.
    /// @param tierName Printable ASCII; escaped here
    /// @param features One bit for each lamp
    function draw(uint256 tokenId, uint256 tierId, string memory tierName, uint256 features)
        internal
        pure
        returns (bytes memory)
    {
        uint256 dice = uint256(keccak256(abi.encode(tokenId, tierId)));
        uint256 hue = 2 * uint256(uint8(_HUES[tierId % _HUES.length]));
        return abi.encodePacked(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 560" font-family="Georgia,serif" fill="none">',
            _sky(hue, dice),
            _ways(hue, dice),
            _words(tokenId, tierName),
            _lamps(hue, features),
            "</svg>"
        );
    }

    function _sky(uint256 hue, uint256 dice) private pure returns (bytes memory sky) {
        sky = abi.encodePacked(
            '<defs><linearGradient id="s" x2=".4" y2="1"><stop stop-color="',
            _colour(hue + 200, "45%,9%"),
            '"/><stop offset="1" stop-color="',
            _colour(hue, "48%,24%"),
            '"/></linearGradient></defs><rect width="400" height="560" rx="28" fill="url(#s)"/><g fill="#fff">'
        );
        for (uint256 i = 0; i < _STARS; ++i) {
            // Another throw for every star: x and y, size and light come from different bits of it.
            uint256 star = uint256(keccak256(abi.encode(dice, i)));
            sky = abi.encodePacked(
                sky,
                '<circle cx="',
                _within(star, 16, 384).toString(),
                '" cy="',
                _within(star >> 32, 64, 400).toString(),
                '" r="1.',
                _within(star >> 64, 0, 9).toString(),
                '" opacity=".',
                _within(star >> 96, 2, 9).toString(),
                '"/>'
            );
        }
        return abi.encodePacked(sky, "</g>");
    }

    function _ways(uint256 hue, uint256 dice) private pure returns (bytes memory) {
        string memory crossing =
            string.concat(_within(dice, 130, 270).toString(), " ", _within(dice >> 32, 170, 300).toString());
        string memory warm = _colour(hue + 12, "85%,66%");
        return abi.encodePacked(
            '<g stroke-width="5" stroke-linecap="round">',
            _way(dice >> 64, crossing, true, warm),
            _way(dice >> 128, crossing, false, _colour(hue + 190, "70%,78%")),
            '</g><g transform="translate(',
            crossing,
            // 300 units around: one a second, a tick every five.
            ')"><circle r="74" stroke="#fff" stroke-opacity=".7" stroke-width="9" pathLength="300" stroke-dasharray="1 4">',
            '<animateTransform attributeName="transform" type="rotate" from="0" to="360" dur="300s" repeatCount="indefinite"/></circle>',
            '<circle r="46" fill="',
            warm,
            '" opacity=".25"/><circle r="24" fill="',
            warm,
            '" opacity=".5"/><circle r="9" fill="#fff"/></g>'
        );
    }

    /// @dev From the left edge through the crossing to the right one, falling or rising.
    function _way(uint256 dice, string memory crossing, bool falling, string memory colour)
        private
        pure
        returns (bytes memory)
    {
        string memory high = _within(dice, 70, 150).toString();
        string memory low = _within(dice >> 16, 320, 410).toString();
        bytes memory there = abi.encodePacked(
            "M0 ", falling ? high : low, "C", _within(dice >> 32, 40, 160).toString(), falling ? " 60 " : " 430 "
        );
        bytes memory away = abi.encodePacked(
            "S", _within(dice >> 48, 240, 360).toString(), falling ? " 430 400 " : " 60 400 ", falling ? low : high
        );
        return abi.encodePacked('<path stroke="', colour, '" d="', there, crossing, " ", crossing, away, '"/>');
    }

    function _words(uint256 tokenId, string memory tierName) private pure returns (bytes memory) {
        uint256 length = bytes(tierName).length;
        return abi.encodePacked(
            '<g fill="#fff"><text x="28" y="46" font-size="15" letter-spacing="5">PASSERBY</text><text x="372" y="46" font-size="17" text-anchor="end">#',
            tokenId.toString(),
            // Long names get smaller letters, so that even 32 of the widest fit.
            '</text><text x="28" y="486" font-size="',
            (length < 8 ? 44 : 352 / length).toString(),
            '">',
            _escaped(tierName),
            "</text></g>"
        );
    }

    function _lamps(uint256 hue, uint256 features) private pure returns (bytes memory lamps) {
        lamps = abi.encodePacked('<g fill="', _colour(hue + 12, "85%,66%"), '" stroke="#fff" stroke-opacity=".5">');
        for (uint256 i = 0; i < _LAMPS; ++i) {
            lamps = abi.encodePacked(
                lamps,
                '<circle cx="',
                (36 + 26 * i).toString(),
                features >> i & 1 == 1 ? '" cy="520" r="8"/>' : '" cy="520" r="8" fill="none"/>'
            );
        }
        return abi.encodePacked(lamps, "</g>");
    }

    /// @dev A number from `low` to `high`, by the dice's lowest 16 bits.
    function _within(uint256 dice, uint256 low, uint256 high) private pure returns (uint256) {
        return low + (dice & 0xffff) * (high - low + 1) / 0x10000;
    }

    function _colour(uint256 hue, string memory rest) private pure returns (string memory) {
        return string.concat("hsl(", (hue % 360).toString(), ",", rest, ")");
    }

    /// @dev For XML's text: what would open a tag, an entity or a string becomes an entity.
    function _escaped(string memory text) private pure returns (bytes memory escaped) {
        bytes memory characters = bytes(text);
        for (uint256 i = 0; i < characters.length; ++i) {
            escaped = abi.encodePacked(escaped, _entity(characters[i]));
        }
    }

    function _entity(bytes1 character) private pure returns (bytes memory) {
        if (character == "&") return "&amp;";
        if (character == "<") return "&lt;";
        if (character == ">") return "&gt;";
        if (character == '"') return "&quot;";
        if (character == "'") return "&#39;";
        return abi.encodePacked(character);
    }
}
