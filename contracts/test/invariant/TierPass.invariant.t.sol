// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {TierPass} from "../../src/TierPass.sol";
import {PassHandler} from "./PassHandler.sol";
import {Test} from "forge-std/Test.sol";

contract TierPassInvariantTest is Test {
    TierPass private pass;
    PassHandler private handler;

    function setUp() public {
        address operator = makeAddr("operator");
        pass = new TierPass(operator);
        handler = new PassHandler(pass, operator);
        targetContract(address(handler));
    }

    function invariant_NoTierHasMorePassesThanItsCap() public view {
        for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
            ITierPass.Tier memory terms = pass.tier(tierId);
            assertLe(terms.minted, terms.supplyCap);
            assertEq(terms.minted, handler.minted(tierId));
        }
    }

    function invariant_FeaturesAreTheUnionOverTheHeldPasses() public view {
        address[] memory holders = handler.holders();
        for (uint256 i = 0; i < holders.length; ++i) {
            uint256 union = 0;
            for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
                if (handler.held(holders[i], tierId) != 0) union |= pass.tier(tierId).features;
            }
            assertEq(pass.featuresOf(holders[i]), union);
        }
    }

    function invariant_TheCountsPerTierAreThePassesHeld() public view {
        address[] memory holders = handler.holders();
        for (uint256 i = 0; i < holders.length; ++i) {
            uint256 sum = 0;
            for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
                uint256 held = handler.held(holders[i], tierId);
                assertEq(pass.passesHeld(holders[i], tierId), held);
                sum += held;
            }
            assertEq(pass.balanceOf(holders[i]), sum);
        }
    }

    function invariant_APassKeepsItsTierAndATierItsTerms() public view {
        for (uint256 tokenId = 1; tokenId <= handler.passes(); ++tokenId) {
            assertEq(pass.ownerOf(tokenId), handler.holderOf(tokenId));
            assertEq(pass.tierOf(tokenId), handler.tierOfPass(tokenId));
        }
        for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
            ITierPass.Tier memory terms = pass.tier(tierId);
            bytes32 now_ = keccak256(abi.encode(terms.name, terms.price, terms.supplyCap, terms.features));
            assertEq(now_, handler.termsOf(tierId));
        }
    }

    function invariant_TheIncomeIsThePricesPaid() public view {
        assertEq(address(pass).balance + handler.withdrawn(), handler.income());
    }
}
