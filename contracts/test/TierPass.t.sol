// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../src/ITierPass.sol";
import {TierPass} from "../src/TierPass.sol";
import {Deployments} from "./support/Deployments.sol";
import {GreedyTreasury} from "./support/GreedyTreasury.sol";
import {ActingFromItsHook, MintingAgain, RefusesPasses} from "./support/PassReceivers.sol";
import {RefusesEther} from "./support/RefusesEther.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

contract TierPassTest is Deployments {
    uint88 private constant BRONZE_PRICE = 0.01 ether;
    uint88 private constant SILVER_PRICE = 0.05 ether;
    uint256 private constant BRONZE = 0;
    uint256 private constant SILVER = 1;
    uint256 private constant LAST = 2;

    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    TierPass private pass;

    function setUp() public {
        vm.warp(START);
        pass = _deployPass();
        vm.startPrank(OPERATOR);
        pass.addTier("Bronze", BRONZE_PRICE, 10_000, 3);
        pass.addTier("Silver", SILVER_PRICE, 2_000, 15);
        pass.addTier("Last one", 0, 1, 16);
        vm.stopPrank();
        vm.deal(ADA, 10 ether);
        vm.deal(BEN, 10 ether);
    }

    // --- Tiers ---

    function test_TierIsDataThatAnybodyCanRead() public view {
        ITierPass.Tier memory silver = pass.tier(SILVER);
        assertEq(silver.name, "Silver");
        assertEq(silver.price, SILVER_PRICE);
        assertEq(silver.supplyCap, 2_000);
        assertEq(silver.minted, 0);
        assertEq(silver.features, pass.CONTACTS() | pass.RECORDING() | pass.STREAMING() | pass.STUDIO_INPUTS());
        assertEq(pass.tierCount(), 3);
    }

    function test_AddingATierTellsItsTerms() public {
        vm.expectEmit(address(pass));
        emit ITierPass.TierAdded(3, "Gold", 0.25 ether, 500, 31);
        vm.prank(OPERATOR);
        assertEq(pass.addTier("Gold", 0.25 ether, 500, 31), 3);
    }

    function test_ATierNeedsANameAPassAndKnownFeatures() public {
        vm.startPrank(OPERATOR);
        string[5] memory names = ["", "two\nlines", "\x7f", unicode"Ä", "thirty-three letters are too many"];
        for (uint256 i = 0; i < names.length; ++i) {
            vm.expectRevert(ITierPass.InvalidTier.selector);
            pass.addTier(names[i], 1, 1, 1);
        }
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("No pass", 1, 0, 1);
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("Unknown feature", 1, 1, 32);
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.addTier("All bits", 1, 1, type(uint16).max);
        vm.stopPrank();
    }

    function test_AnyPrintableNameUpTo32CharactersWillDo() public {
        vm.prank(OPERATOR);
        uint256 tierId = pass.addTier("Abc ~<&>\"'- thirty-two letters z", type(uint88).max, type(uint16).max, 0);
        assertEq(bytes(pass.tier(tierId).name).length, 32);
    }

    function test_ThereAreAtMost16Tiers() public {
        vm.startPrank(OPERATOR);
        while (pass.tierCount() < pass.MAXIMUM_TIERS()) pass.addTier("More", 1, 1, 1);
        vm.expectRevert(ITierPass.TooManyTiers.selector);
        pass.addTier("More", 1, 1, 1);
        vm.stopPrank();
    }

    function test_FeaturesStayCheapWithEveryTierHeld() public {
        vm.startPrank(OPERATOR);
        while (pass.tierCount() < pass.MAXIMUM_TIERS()) pass.addTier("More", 0, 1, 1);
        vm.stopPrank();
        vm.startPrank(ADA);
        for (uint256 tierId = 0; tierId < pass.tierCount(); ++tierId) {
            pass.mint{value: pass.tier(tierId).price}(tierId);
        }
        vm.stopPrank();
        vm.cool(address(pass));
        uint256 before = gasleft();
        pass.featuresOf(ADA);
        assertLt(before - gasleft(), 20_000);
    }

    function test_AnUnknownTierHasNoTerms() public {
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        pass.tier(3);
    }

    // --- Minting ---

    function test_MintingGivesAPassAndItsFeatures() public {
        vm.expectEmit(address(pass));
        emit ITierPass.PassMinted(ADA, 1, BRONZE);
        vm.prank(ADA);
        uint256 tokenId = pass.mint{value: BRONZE_PRICE}(BRONZE);
        assertEq(pass.ownerOf(tokenId), ADA);
        assertEq(pass.tierOf(tokenId), BRONZE);
        assertEq(pass.passesHeld(ADA, BRONZE), 1);
        assertEq(pass.tier(BRONZE).minted, 1);
        assertEq(pass.featuresOf(ADA), 3);
        assertEq(address(pass).balance, BRONZE_PRICE);
    }

    function testFuzz_OnlyTheExactPriceMints(uint256 sent) public {
        vm.assume(sent != SILVER_PRICE);
        vm.deal(ADA, sent);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.WrongPrice.selector, sent, SILVER_PRICE));
        vm.prank(ADA);
        pass.mint{value: sent}(SILVER);
    }

    function testFuzz_AnUnknownTierCannotBeMinted(uint256 tierId) public {
        tierId = bound(tierId, 3, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, tierId));
        pass.mint(tierId);
    }

    function test_ASoldOutTierMintsNoMore() public {
        vm.prank(ADA);
        pass.mint(LAST);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, LAST));
        vm.prank(BEN);
        pass.mint(LAST);
    }

    function test_AReceiverThatMintsFromItsHookBuysOrdinaryPasses() public {
        MintingAgain receiver = new MintingAgain{value: 1 ether}(pass, BRONZE, BRONZE_PRICE, 3);
        receiver.begin();
        assertEq(pass.passesHeld(address(receiver), BRONZE), 4);
        assertEq(pass.balanceOf(address(receiver)), 4);
        assertEq(pass.tier(BRONZE).minted, 4);
        assertEq(address(pass).balance, 4 * uint256(BRONZE_PRICE));
    }

    function test_AReceiverThatMintsFromItsHookCannotPassTheCap() public {
        MintingAgain receiver = new MintingAgain(pass, LAST, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, LAST));
        receiver.begin();
        assertEq(pass.tier(LAST).minted, 0);
    }

    function test_AReceiverThatSendsItsPassOnFromItsHookHoldsNothing() public {
        ActingFromItsHook receiver = new ActingFromItsHook{value: 1 ether}(pass);
        bytes memory call = abi.encodeWithSelector(pass.transferFrom.selector, receiver, BEN, 1);
        receiver.mintAnd(BRONZE, BRONZE_PRICE, call, 0);
        assertEq(pass.ownerOf(1), BEN);
        assertEq(pass.featuresOf(address(receiver)), 0);
        assertEq(pass.balanceOf(address(receiver)), 0);
        assertEq(pass.featuresOf(BEN), 3);
    }

    function test_AReceiverThatUpgradesFromItsHookPaysTheDifference() public {
        ActingFromItsHook receiver = new ActingFromItsHook{value: 1 ether}(pass);
        bytes memory call = abi.encodeCall(pass.upgrade, (1, SILVER));
        receiver.mintAnd(BRONZE, BRONZE_PRICE, call, SILVER_PRICE - BRONZE_PRICE);
        assertEq(pass.tierOf(1), SILVER);
        assertEq(pass.featuresOf(address(receiver)), 15);
        assertEq(address(pass).balance, SILVER_PRICE);
        assertEq(pass.paidFor(1), SILVER_PRICE);
    }

    function test_AContractThatTakesNoPassesBuysNone() public {
        RefusesPasses receiver = new RefusesPasses();
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(receiver)));
        receiver.mint(pass, LAST);
    }

    // --- Holding ---

    function test_FeaturesAreTheUnionOverAllPasses() public {
        vm.startPrank(ADA);
        pass.mint{value: BRONZE_PRICE}(BRONZE);
        pass.mint(LAST);
        vm.stopPrank();
        assertEq(pass.featuresOf(ADA), 3 | 16);
    }

    function test_FeaturesFollowThePassWhenItIsSold() public {
        vm.startPrank(ADA);
        uint256 first = pass.mint{value: SILVER_PRICE}(SILVER);
        pass.mint{value: SILVER_PRICE}(SILVER);
        pass.transferFrom(ADA, BEN, first);
        vm.stopPrank();
        assertEq(pass.featuresOf(ADA), 15, "one of two is left");
        assertEq(pass.featuresOf(BEN), 15);

        uint256 second = first + 1;
        vm.prank(ADA);
        pass.safeTransferFrom(ADA, BEN, second);
        assertEq(pass.featuresOf(ADA), 0);
        assertEq(pass.passesHeld(BEN, SILVER), 2);
    }

    function test_SendingAPassToOneselfChangesNothing() public {
        vm.startPrank(ADA);
        uint256 tokenId = pass.mint{value: BRONZE_PRICE}(BRONZE);
        pass.transferFrom(ADA, ADA, tokenId);
        vm.stopPrank();
        assertEq(pass.passesHeld(ADA, BRONZE), 1);
    }

    function test_TheOperatorCannotTouchAPassThatIsHeld() public {
        vm.prank(ADA);
        uint256 tokenId = pass.mint(LAST);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, OPERATOR, tokenId));
        vm.prank(OPERATOR);
        pass.transferFrom(ADA, OPERATOR, tokenId);
    }

    function testFuzz_WhoHoldsNothingHasNoFeatures(address stranger) public view {
        assertEq(pass.featuresOf(stranger), 0);
    }

    function test_APassThatIsNotThereHasNoTierAndNoPicture() public {
        bytes memory nonexistent = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1);
        vm.expectRevert(nonexistent);
        pass.tierOf(1);
        vm.expectRevert(nonexistent);
        pass.tokenURI(1);
    }

    // --- Upgrades ---

    function test_AnUpgradeCostsTheDifferenceAndMovesThePass() public {
        vm.startPrank(ADA);
        uint256 tokenId = pass.mint{value: BRONZE_PRICE}(BRONZE);
        assertEq(pass.upgradePrice(tokenId, SILVER), SILVER_PRICE - BRONZE_PRICE);
        vm.expectEmit(address(pass));
        emit ITierPass.PassUpgraded(ADA, tokenId, SILVER, BRONZE);
        vm.expectEmit(address(pass));
        emit IERC4906.MetadataUpdate(tokenId);
        pass.upgrade{value: SILVER_PRICE - BRONZE_PRICE}(tokenId, SILVER);
        vm.stopPrank();
        assertEq(pass.tierOf(tokenId), SILVER);
        assertEq(pass.ownerOf(tokenId), ADA);
        assertEq(pass.featuresOf(ADA), 15);
        assertEq(pass.passesHeld(ADA, BRONZE), 0);
        assertEq(pass.passesHeld(ADA, SILVER), 1);
        assertEq(pass.balanceOf(ADA), 1);
        assertEq(pass.paidFor(tokenId), SILVER_PRICE);
        assertEq(pass.tier(SILVER).minted, 1);
        assertEq(pass.tier(BRONZE).minted, 1, "the place that it left stays taken");
    }

    function testFuzz_OnlyTheExactDifferenceUpgrades(uint256 sent) public {
        uint256 tokenId = _mintBronze(ADA);
        uint256 difference = SILVER_PRICE - BRONZE_PRICE;
        sent = bound(sent, 0, type(uint128).max);
        vm.assume(sent != difference);
        vm.deal(ADA, sent);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.WrongPrice.selector, sent, difference));
        vm.prank(ADA);
        pass.upgrade{value: sent}(tokenId, SILVER);
    }

    function test_WhatWasPaidIsCreditedAndNotTheLowerTiersNewPrice() public {
        uint256 tokenId = _mintBronze(ADA);
        _setTerms(BRONZE, 0.04 ether, 10_000);
        assertEq(pass.upgradePrice(tokenId, SILVER), SILVER_PRICE - BRONZE_PRICE);
    }

    function test_AnUpgradeIntoATierThatCostsLessNowIsFreeAndPaysNothingBack() public {
        uint256 tokenId = _mintBronze(ADA);
        _setTerms(SILVER, 1, 2_000);
        assertEq(pass.upgradePrice(tokenId, SILVER), 0);
        vm.prank(ADA);
        pass.upgrade(tokenId, SILVER);
        assertEq(pass.paidFor(tokenId), BRONZE_PRICE);
        assertEq(address(pass).balance, BRONZE_PRICE);
    }

    function test_AnUpgradeNeverTakesAFeatureAway() public {
        uint256 tokenId = _mintBronze(ADA);
        vm.startPrank(ADA);
        _expectNotAnUpgrade(BRONZE, BRONZE);
        pass.upgrade(tokenId, BRONZE);
        _expectNotAnUpgrade(BRONZE, LAST);
        pass.upgrade(tokenId, LAST);
        pass.upgrade{value: SILVER_PRICE - BRONZE_PRICE}(tokenId, SILVER);
        _expectNotAnUpgrade(SILVER, BRONZE);
        pass.upgrade(tokenId, BRONZE);
        vm.stopPrank();
    }

    function test_WhoIsApprovedMayUpgradeAndNobodyElse() public {
        uint256 tokenId = _mintBronze(ADA);
        uint256 difference = SILVER_PRICE - BRONZE_PRICE;
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, BEN, tokenId));
        vm.prank(BEN);
        pass.upgrade{value: difference}(tokenId, SILVER);
        vm.prank(ADA);
        pass.approve(BEN, tokenId);
        vm.prank(BEN);
        pass.upgrade{value: difference}(tokenId, SILVER);
        assertEq(pass.ownerOf(tokenId), ADA);
    }

    function test_AnUpgradeNeedsAPassAndATier() public {
        bytes memory nonexistent = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 9);
        vm.expectRevert(nonexistent);
        pass.upgrade(9, SILVER);
        vm.expectRevert(nonexistent);
        pass.upgradePrice(9, SILVER);
        vm.expectRevert(nonexistent);
        pass.paidFor(9);
        uint256 tokenId = _mintBronze(ADA);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        vm.prank(ADA);
        pass.upgrade(tokenId, 3);
    }

    function test_AnUpgradeNeedsAPlaceInTheTier() public {
        vm.prank(OPERATOR);
        uint256 single = pass.addTier("Single", 0, 1, 31);
        uint256 first = _mintBronze(ADA);
        uint256 second = _mintBronze(ADA);
        vm.startPrank(ADA);
        pass.upgrade(first, single);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, single));
        pass.upgrade(second, single);
        vm.stopPrank();
    }

    // --- Closing, and other terms ---

    function test_AClosedTierTakesNoMorePassesAndKeepsWhatItGave() public {
        uint256 tokenId = _mintBronze(ADA);
        vm.expectEmit(address(pass));
        emit ITierPass.TierClosed(SILVER);
        vm.startPrank(OPERATOR);
        pass.closeTier(SILVER);
        pass.closeTier(BRONZE);
        vm.stopPrank();
        assertTrue(pass.tier(SILVER).closed);
        bytes memory closed = abi.encodeWithSelector(ITierPass.TierIsClosed.selector, SILVER);
        vm.startPrank(ADA);
        vm.expectRevert(closed);
        pass.mint{value: SILVER_PRICE}(SILVER);
        vm.expectRevert(closed);
        pass.upgrade{value: SILVER_PRICE - BRONZE_PRICE}(tokenId, SILVER);
        pass.transferFrom(ADA, BEN, tokenId);
        vm.stopPrank();
        assertEq(pass.featuresOf(BEN), 3);
        vm.expectRevert(closed);
        vm.prank(OPERATOR);
        pass.closeTier(SILVER);
    }

    function test_AnotherPriceAndCapHoldOnlyAfterTheirNotice() public {
        vm.expectEmit(address(pass));
        emit ITierPass.TermsAnnounced(BRONZE, 0.02 ether, 5, START + NOTICE);
        vm.prank(OPERATOR);
        pass.announceTerms(BRONZE, 0.02 ether, 5);
        (uint88 price, uint16 supplyCap, uint64 effectiveAt) = pass.announcedTerms(BRONZE);
        assertEq(price, 0.02 ether);
        assertEq(supplyCap, 5);
        assertEq(effectiveAt, START + NOTICE);

        vm.warp(START + NOTICE - 1);
        assertEq(pass.tier(BRONZE).price, BRONZE_PRICE);
        _mintBronze(ADA);

        vm.warp(START + NOTICE);
        assertEq(pass.tier(BRONZE).price, 0.02 ether);
        assertEq(pass.tier(BRONZE).supplyCap, 5);
        (price, supplyCap, effectiveAt) = pass.announcedTerms(BRONZE);
        assertEq(uint256(price) + supplyCap + effectiveAt, 0, "nothing is waiting any more");
        vm.startPrank(ADA);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.WrongPrice.selector, BRONZE_PRICE, 0.02 ether));
        pass.mint{value: BRONZE_PRICE}(BRONZE);
        pass.mint{value: 0.02 ether}(BRONZE);
        vm.stopPrank();
        assertEq(pass.tier(BRONZE).price, 0.02 ether, "once written down, too");
        assertEq(pass.tier(BRONZE).minted, 2);
    }

    function test_ASecondAnnouncementReplacesTheFirstAndStartsAnew() public {
        vm.prank(OPERATOR);
        pass.announceTerms(BRONZE, 1, 1);
        skip(NOTICE - 1);
        vm.prank(OPERATOR);
        pass.announceTerms(BRONZE, 2, 2);
        skip(1);
        assertEq(pass.tier(BRONZE).price, BRONZE_PRICE, "the first never holds");
        skip(NOTICE - 1);
        assertEq(pass.tier(BRONZE).price, 2);
    }

    function test_AnAnnouncementOnTopOfOneThatHoldsKeepsThatUntilThen() public {
        _setTerms(BRONZE, 1, 1);
        vm.prank(OPERATOR);
        pass.announceTerms(BRONZE, 2, 2);
        assertEq(pass.tier(BRONZE).price, 1);
    }

    function test_ACapNeverFallsBelowWhatIsMinted() public {
        _mintBronze(ADA);
        _mintBronze(ADA);
        _setTerms(BRONZE, BRONZE_PRICE, 1);
        assertEq(pass.tier(BRONZE).supplyCap, 2);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, BRONZE));
        vm.prank(ADA);
        pass.mint{value: BRONZE_PRICE}(BRONZE);
    }

    function test_OnlyTermsOfATierWithPassesCanBeAnnounced() public {
        vm.startPrank(OPERATOR);
        vm.expectRevert(ITierPass.InvalidTier.selector);
        pass.announceTerms(BRONZE, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        pass.announceTerms(3, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        pass.closeTier(3);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(ITierPass.UnknownTier.selector, 3));
        pass.announcedTerms(3);
    }

    // --- Paused ---

    function test_PausingStopsSalesAndNeverTransfers() public {
        uint256 tokenId = _mintBronze(ADA);
        vm.prank(PAUSER);
        pass.pause();
        vm.startPrank(ADA);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        pass.mint{value: BRONZE_PRICE}(BRONZE);
        vm.expectRevert(Pausable.EnforcedPause.selector);
        pass.upgrade{value: SILVER_PRICE - BRONZE_PRICE}(tokenId, SILVER);
        pass.approve(BEN, tokenId);
        vm.stopPrank();
        vm.prank(BEN);
        pass.safeTransferFrom(ADA, BEN, tokenId);
        assertEq(pass.featuresOf(BEN), 3);
        vm.prank(PAUSER);
        pass.unpause();
        _mintBronze(ADA);
    }

    // --- Income ---

    function test_TheTreasuryPullsTheIncomeToWhereItWantsIt() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        address payable vault = payable(makeAddr("vault"));
        vm.expectEmit(address(pass));
        emit ITierPass.IncomeWithdrawn(vault, SILVER_PRICE);
        vm.prank(TREASURY);
        pass.withdrawIncome(vault);
        assertEq(vault.balance, SILVER_PRICE);
        assertEq(address(pass).balance, 0);
    }

    function test_ForcedEtherIsIncome() public {
        _force(address(pass), 1 ether);
        address payable vault = payable(makeAddr("vault"));
        vm.prank(TREASURY);
        pass.withdrawIncome(vault);
        assertEq(vault.balance, 1 ether);
    }

    function test_IncomeStaysWhereItIsWhenItIsRefused() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        address payable refusing = payable(address(new RefusesEther()));
        vm.expectRevert(ITierPass.WithdrawalFailed.selector);
        vm.prank(TREASURY);
        pass.withdrawIncome(refusing);
        assertEq(address(pass).balance, SILVER_PRICE);
    }

    function test_IncomeIsNeverSentToNobody() public {
        vm.expectRevert(ITierPass.WithdrawalFailed.selector);
        vm.prank(TREASURY);
        pass.withdrawIncome(payable(address(0)));
    }

    function test_PullingTheIncomeAgainWhileBeingPaidFindsNothing() public {
        vm.prank(ADA);
        pass.mint{value: SILVER_PRICE}(SILVER);
        GreedyTreasury greedy = new GreedyTreasury(pass);
        bytes32 role = pass.TREASURY_ROLE();
        vm.prank(ADMIN);
        pass.grantRole(role, address(greedy));
        greedy.pull();
        assertEq(address(greedy).balance, SILVER_PRICE);
        assertEq(greedy.pulls(), 2);
    }

    // --- Royalties ---

    function test_AResaleOwesTheTreasuryItsRoyalty() public {
        (address receiver, uint256 amount) = pass.royaltyInfo(1, 1 ether);
        assertEq(receiver, TREASURY);
        assertEq(amount, 0.05 ether);
        vm.expectEmit(address(pass));
        emit ITierPass.RoyaltyChanged(BEN, 1_000);
        vm.prank(TREASURY);
        pass.setRoyalty(BEN, 1_000);
        (receiver, amount) = pass.royaltyInfo(1, 1 ether);
        assertEq(receiver, BEN);
        assertEq(amount, 0.1 ether);
    }

    function test_NoRoyaltyIsHigherThanTheHighest() public {
        vm.expectRevert(abi.encodeWithSelector(ITierPass.RoyaltyTooHigh.selector, 1_001));
        vm.prank(TREASURY);
        pass.setRoyalty(TREASURY, 1_001);
        vm.expectRevert(abi.encodeWithSelector(ITierPass.RoyaltyTooHigh.selector, 1_001));
        new TierPass(_governance(), TREASURY, 1_001, NOTICE);
    }

    function _mintBronze(address holder) private returns (uint256 tokenId) {
        vm.prank(holder);
        return pass.mint{value: BRONZE_PRICE}(BRONZE);
    }

    function _setTerms(uint256 tierId, uint88 price, uint16 supplyCap) private {
        vm.prank(OPERATOR);
        pass.announceTerms(tierId, price, supplyCap);
        skip(NOTICE);
    }

    function _expectNotAnUpgrade(uint256 from, uint256 to) private {
        vm.expectRevert(abi.encodeWithSelector(ITierPass.NotAnUpgrade.selector, from, to));
    }
}
