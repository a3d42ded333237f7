// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {PassPicture} from "../src/PassPicture.sol";
import {TierPass} from "../src/TierPass.sol";
import {Decoded} from "./support/Decoded.sol";
import {Deployments} from "./support/Deployments.sol";

contract PassPictureTest is Deployments, Decoded {
    address private immutable ADA = makeAddr("ada");

    TierPass private pass;

    function setUp() public {
        pass = _deployPass();
    }

    function test_TheMetadataIsWholeInItsUri() public {
        string memory json = _json(_passOf("Silver", 15));
        assertEq(vm.parseJsonString(json, ".name"), "Passerby Silver #1");
        assertEq(vm.parseJsonString(json, ".attributes[0].value"), "Silver");
        assertEq(vm.parseJsonUint(json, ".attributes[1].value"), 15);
        string memory svg = _decoded(vm.parseJsonString(json, ".image"), "image/svg+xml");
        assertEq(vm.indexOf(svg, '<svg xmlns="http://www.w3.org/2000/svg" '), 0);
        assertTrue(vm.contains(svg, ">#1</text>"));
        assertTrue(vm.contains(svg, ">Silver</text></g>"));
        assertFalse(vm.contains(svg, "http://www.w3.org/1999/xlink"), "nothing is fetched from elsewhere");
    }

    function test_ANameIsEscapedForJsonAndForXml() public {
        string memory name = "<b a=\"x\" c='y'>&\\\\</b>";
        string memory json = _json(_passOf(name, 31));
        assertEq(vm.parseJsonString(json, ".attributes[0].value"), name);
        string memory svg = _decoded(vm.parseJsonString(json, ".image"), "image/svg+xml");
        assertTrue(vm.contains(svg, "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;\\\\&lt;/b&gt;</text>"));
        assertFalse(vm.contains(svg, "<b"));
    }

    function test_EveryFeatureLightsALamp() public pure {
        for (uint256 features = 0; features < 32; ++features) {
            string memory svg = string(PassPicture.draw(1, 0, "Tier", features));
            uint256 lit = 0;
            for (uint256 i = 0; i < 5; ++i) {
                lit += features >> i & 1;
            }
            assertEq(vm.split(svg, '" cy="520" r="8"/>').length - 1, lit);
            assertEq(vm.split(svg, '" cy="520" r="8" fill="none"/>').length - 1, 5 - lit);
        }
    }

    function testFuzz_NoTwoPassesOfATierLookAlike(uint64 first, uint64 second, uint8 tierId) public pure {
        vm.assume(first != second);
        assertNotEq(
            keccak256(_withoutNumber(first, PassPicture.draw(first, tierId, "Tier", 3))),
            keccak256(_withoutNumber(second, PassPicture.draw(second, tierId, "Tier", 3)))
        );
    }

    function testFuzz_EveryTagThatOpensCloses(uint64 tokenId, uint8 tierId, bytes32 letters) public pure {
        bytes memory name = new bytes(32);
        for (uint256 i = 0; i < 32; ++i) {
            name[i] = bytes1(uint8(0x20 + uint8(letters[i]) % 0x5f));
        }
        string memory svg = string(PassPicture.draw(tokenId, tierId, string(name), 31));
        // One bracket opens where one closes, and only tags of ours: the name's own are entities.
        assertEq(vm.split(svg, "<").length, vm.split(svg, ">").length);
        assertEq(vm.split(svg, "<g").length, vm.split(svg, "</g>").length);
        assertEq(vm.split(svg, "<text ").length, vm.split(svg, "</text>").length);
        assertEq(vm.split(svg, "<text ").length, 4);
    }

    /// @dev What is left of a picture when its number is not written in it.
    function _withoutNumber(uint64 tokenId, bytes memory svg) private pure returns (bytes memory) {
        return bytes(vm.replace(string(svg), string.concat(">#", vm.toString(tokenId), "<"), "><"));
    }

    function _passOf(string memory name, uint16 features) private returns (uint256 tokenId) {
        vm.prank(OPERATOR);
        uint256 tierId = pass.addTier(name, 0, 1, features);
        vm.prank(ADA);
        return pass.mint(tierId);
    }

    function _json(uint256 tokenId) private view returns (string memory) {
        return _decoded(pass.tokenURI(tokenId), "application/json");
    }
}
