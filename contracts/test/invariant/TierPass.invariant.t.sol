// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {TierPass} from "../../src/TierPass.sol";
import {Deployments} from "../support/Deployments.sol";
import {PassHandler} from "./PassHandler.sol";

contract TierPassInvariantTest is Deployments {
    TierPass private pass;
    PassHandler private handler;

    function setUp() public {
        vm.warp(START);
        pass = _deployPass();
        handler = new PassHandler(pass, OPERATOR, PAUSER, TREASURY);
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

    function invariant_APassStaysWithItsHolderAndInItsTier() public view {
        for (uint256 tokenId = 1; tokenId <= handler.passes(); ++tokenId) {
            assertEq(pass.ownerOf(tokenId), handler.holderOf(tokenId));
            assertEq(pass.tierOf(tokenId), handler.tierOfPass(tokenId));
            assertEq(pass.paidFor(tokenId), handler.paid(tokenId));
        }
    }

    function invariant_ATiersTermsChangeOnlyByAnnouncementsWhoseNoticeIsOver() public view {
        for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
            ITierPass.Tier memory terms = pass.tier(tierId);
            assertEq(terms.price, handler.price(tierId));
            assertEq(terms.supplyCap, handler.cap(tierId));
            assertEq(terms.features, handler.features(tierId));
            assertEq(terms.closed, handler.closed(tierId));
            assertEq(terms.name, "Tier");
        }
    }

    function invariant_EveryPassCanBeSentPausedOrNot() public {
        address away = makeAddr("away");
        for (uint256 tokenId = 1; tokenId <= handler.passes(); ++tokenId) {
            uint256 state = vm.snapshotState();
            address holder = handler.holderOf(tokenId);
            vm.prank(holder);
            pass.transferFrom(holder, away, tokenId);
            assertEq(pass.featuresOf(away), handler.features(handler.tierOfPass(tokenId)));
            assertTrue(vm.revertToStateAndDelete(state));
        }
    }

    function invariant_TheIncomeIsThePricesPaid() public view {
        assertEq(address(pass).balance + handler.withdrawn(), handler.income() + handler.forced());
        uint256 sum = 0;
        for (uint256 tokenId = 1; tokenId <= handler.passes(); ++tokenId) {
            sum += pass.paidFor(tokenId);
        }
        assertEq(sum, handler.income(), "and all of it stands beside the passes");
    }
}
