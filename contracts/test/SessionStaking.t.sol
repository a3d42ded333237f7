// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../src/ISessionStaking.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {BorrowingStaker} from "./support/BorrowingStaker.sol";
import {Deployments} from "./support/Deployments.sol";
import {ReentrantStaker} from "./support/ReentrantStaker.sol";
import {RefusesEther} from "./support/RefusesEther.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

contract SessionStakingTest is Deployments {
    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    SessionStaking private staking;

    function setUp() public {
        vm.warp(START);
        staking = _deployStaking();
        vm.deal(ADA, 10 ether);
        vm.deal(BEN, 10 ether);
    }

    // --- Terms ---

    function test_TheTermsAreThoseOfTheDeployment() public view {
        assertEq(staking.minimumStake(), MINIMUM);
        assertEq(staking.WARM_UP(), WARM_UP);
        assertEq(staking.COOLDOWN(), COOLDOWN);
        assertEq(staking.SESSION_LIMIT(), LIMIT);
        assertEq(staking.NOTICE(), NOTICE);
    }

    function test_TermsOutOfBoundsCannotBeDeployed() public {
        _expectRefused(ISessionStaking.Terms(0, WARM_UP, COOLDOWN, LIMIT, NOTICE));
        _expectRefused(ISessionStaking.Terms(MINIMUM, 7 days + 1, COOLDOWN, LIMIT, NOTICE));
        _expectRefused(ISessionStaking.Terms(MINIMUM, WARM_UP, 0, LIMIT, NOTICE));
        _expectRefused(ISessionStaking.Terms(MINIMUM, WARM_UP, 90 days + 1, LIMIT, NOTICE));
        _expectRefused(ISessionStaking.Terms(MINIMUM, WARM_UP, COOLDOWN, 0, NOTICE));
    }

    function test_TermsAtTheirBoundsCanBeDeployed() public {
        assertEq(_deploy(ISessionStaking.Terms(1, 0, 1, 1, 1 days)).COOLDOWN(), 1);
        SessionStaking largest =
            _deploy(ISessionStaking.Terms(type(uint96).max, 7 days, 90 days, type(uint64).max, 90 days));
        assertEq(largest.minimumStake(), type(uint96).max);
    }

    // --- Another minimum ---

    function test_ARaisedMinimumHitsNobodyBeforeItsNotice() public {
        _stake(ADA, MINIMUM);
        skip(WARM_UP);
        vm.expectEmit(address(staking));
        emit ISessionStaking.MinimumAnnounced(1 ether, uint64(block.timestamp) + NOTICE);
        vm.prank(OPERATOR);
        staking.announceMinimum(1 ether);
        (uint256 minimum, uint64 effectiveAt) = staking.announcedMinimum();
        assertEq(minimum, 1 ether);

        vm.warp(effectiveAt - 1);
        assertTrue(staking.isActive(ADA));
        assertEq(staking.minimumStake(), MINIMUM);
        vm.warp(effectiveAt);
        assertFalse(staking.isActive(ADA));
        assertEq(staking.minimumStake(), 1 ether);
        (minimum, effectiveAt) = staking.announcedMinimum();
        assertEq(minimum + effectiveAt, 0, "nothing is waiting any more");
    }

    function testFuzz_NobodyIsHeldByARaisedMinimum(uint96 raised) public {
        _stake(ADA, MINIMUM);
        _setMinimum(uint96(bound(raised, 1, type(uint96).max)));
        vm.startPrank(ADA);
        staking.requestUnstake(MINIMUM);
        skip(COOLDOWN);
        staking.withdraw();
        vm.stopPrank();
        assertEq(ADA.balance, 10 ether);
    }

    function test_WhoReachesTheRaisedMinimumInTimeStaysActiveThroughout() public {
        _stake(ADA, MINIMUM);
        skip(WARM_UP);
        vm.prank(OPERATOR);
        staking.announceMinimum(1 ether);
        _stake(ADA, 0.9 ether);
        assertTrue(staking.isActive(ADA));
        skip(NOTICE);
        assertTrue(staking.isActive(ADA));
    }

    function test_WhoReachesTheRaisedMinimumLateWarmsUpAgain() public {
        _stake(ADA, MINIMUM);
        _setMinimum(1 ether);
        _stake(ADA, 0.9 ether);
        assertFalse(staking.isActive(ADA));
        skip(WARM_UP);
        assertTrue(staking.isActive(ADA));
    }

    function test_ALoweredMinimumIsEnoughAfterItsNotice() public {
        _setMinimum(1);
        _stake(ADA, 1);
        skip(WARM_UP);
        assertTrue(staking.isActive(ADA));
    }

    function test_ASecondAnnouncementReplacesTheFirstAndStartsAnew() public {
        vm.prank(OPERATOR);
        staking.announceMinimum(1 ether);
        skip(NOTICE - 1);
        vm.prank(OPERATOR);
        staking.announceMinimum(2 ether);
        skip(1);
        assertEq(staking.minimumStake(), MINIMUM, "the first never holds");
        skip(NOTICE - 1);
        assertEq(staking.minimumStake(), 2 ether);
    }

    function test_AnAnnouncementOnTopOfOneThatHoldsKeepsThatUntilThen() public {
        _setMinimum(1 ether);
        vm.prank(OPERATOR);
        staking.announceMinimum(2 ether);
        assertEq(staking.minimumStake(), 1 ether);
    }

    function test_NoMinimumOfNothingIsAnnounced() public {
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        vm.prank(OPERATOR);
        staking.announceMinimum(0);
    }

    // --- Warm-up ---

    function testFuzz_AStakeCountsOnceItHasWarmedUp(uint256 waited) public {
        waited = bound(waited, 0, 2 * uint256(WARM_UP));
        _stake(ADA, MINIMUM);
        skip(waited);
        assertEq(staking.isActive(ADA), waited >= WARM_UP);
    }

    function test_AddingToAStakeThatCountsRestartsNothing() public {
        _stake(ADA, MINIMUM);
        skip(WARM_UP);
        _stake(ADA, 1 ether);
        assertTrue(staking.isActive(ADA));
        _assertPosition(ADA, MINIMUM + 1 ether, 0, 0);
    }

    function test_ComingBackWarmsUpAgain() public {
        _stake(ADA, MINIMUM);
        skip(WARM_UP);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        assertEq(staking.positionOf(ADA).countsFrom, 0);
        _stake(ADA, MINIMUM);
        assertFalse(staking.isActive(ADA));
    }

    function test_WithoutAWarmUpAStakeCountsAtOnce() public {
        SessionStaking development = _deploy(ISessionStaking.Terms(MINIMUM, 0, COOLDOWN, LIMIT, NOTICE));
        vm.prank(ADA);
        development.stake{value: MINIMUM}();
        assertTrue(development.isActive(ADA));
    }

    // --- Paused ---

    function test_PausingStopsNewStake() public {
        _pause();
        vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(ADA);
        staking.stake{value: MINIMUM}();
        vm.prank(PAUSER);
        staking.unpause();
        _stake(ADA, MINIMUM);
    }

    function test_PausingNeverStopsLeavingNorWhatCounts() public {
        _stake(ADA, 2 * MINIMUM);
        skip(WARM_UP);
        _pause();
        assertTrue(staking.isActive(ADA));
        vm.startPrank(ADA);
        staking.requestUnstake(2 * MINIMUM);
        skip(COOLDOWN);
        staking.withdraw();
        vm.stopPrank();
        assertEq(ADA.balance, 10 ether);
    }

    // --- Staking ---

    function test_StakingTheMinimumMakesActive() public {
        vm.expectEmit(address(staking));
        emit ISessionStaking.Staked(ADA, MINIMUM, MINIMUM, START + WARM_UP);
        vm.prank(ADA);
        staking.stake{value: MINIMUM}();
        skip(WARM_UP);
        assertTrue(staking.isActive(ADA));
        _assertPosition(ADA, MINIMUM, 0, 0);
    }

    function test_StakingLessThanTheMinimumIsRefused() public {
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.BelowMinimum.selector, MINIMUM - 1, MINIMUM));
        vm.prank(ADA);
        staking.stake{value: MINIMUM - 1}();
    }

    function test_AnActiveStakeGrowsByAnyAmount() public {
        _stake(ADA, MINIMUM);
        vm.expectEmit(address(staking));
        emit ISessionStaking.Staked(ADA, 1, MINIMUM + 1, START + WARM_UP);
        _stake(ADA, 1);
    }

    function test_StakingNothingIsRefused() public {
        vm.expectRevert(ISessionStaking.ZeroAmount.selector);
        vm.prank(ADA);
        staking.stake();
    }

    function test_PlainEtherIsRefused() public {
        vm.prank(ADA);
        (bool accepted,) = address(staking).call{value: 1 ether}("");
        assertFalse(accepted);
    }

    function test_AStakeBeyondTheLargestAmountIsRefused() public {
        uint256 largest = type(uint128).max;
        vm.deal(ADA, largest + 1);
        _stake(ADA, largest);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, largest + 1));
        vm.prank(ADA);
        staking.stake{value: 1}();
    }

    // --- On the way out ---

    function test_AnUnstakedAmountStopsCountingAtOnce() public {
        _stake(ADA, MINIMUM);
        skip(WARM_UP);
        vm.expectEmit(address(staking));
        emit ISessionStaking.UnstakeRequested(ADA, MINIMUM, START + WARM_UP + COOLDOWN);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        assertFalse(staking.isActive(ADA));
        _assertPosition(ADA, 0, MINIMUM, START + WARM_UP + COOLDOWN);
    }

    function test_MoreThanIsActiveCannotBeUnstaked() public {
        _stake(ADA, MINIMUM);
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.InsufficientStake.selector, MINIMUM + 1, MINIMUM));
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM + 1);
    }

    function test_NothingCannotBeUnstaked() public {
        vm.expectRevert(ISessionStaking.ZeroAmount.selector);
        vm.prank(ADA);
        staking.requestUnstake(0);
    }

    function test_NoStakeIsLeftThatCountsForNothing() public {
        _stake(ADA, 2 * MINIMUM);
        vm.startPrank(ADA);
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.BelowMinimum.selector, MINIMUM - 1, MINIMUM));
        staking.requestUnstake(MINIMUM + 1);
        staking.requestUnstake(MINIMUM);
        vm.stopPrank();
        skip(WARM_UP);
        assertTrue(staking.isActive(ADA));
    }

    function test_ASecondRequestJoinsTheFirstAndRestartsItsCooldown() public {
        _stake(ADA, 2 * MINIMUM);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        vm.warp(START + COOLDOWN - 1);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        _assertPosition(ADA, 0, 2 * MINIMUM, START + 2 * COOLDOWN - 1);
    }

    function test_StakingAgainLeavesWhatIsPendingAlone() public {
        _stake(ADA, MINIMUM);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        vm.warp(START + 10);
        _stake(ADA, 3 * MINIMUM);
        _assertPosition(ADA, 3 * MINIMUM, MINIMUM, START + COOLDOWN);
    }

    // --- Withdrawing ---

    function testFuzz_WithdrawingWaitsForTheCooldown(uint256 waited) public {
        waited = bound(waited, 0, COOLDOWN - 1);
        _stakeAndRequest(ADA, MINIMUM);
        vm.warp(START + waited);
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.CoolingDown.selector, START + COOLDOWN));
        vm.prank(ADA);
        staking.withdraw();
    }

    function testFuzz_AfterTheCooldownAllThatIsPendingComesBack(uint128 amount, uint32 late) public {
        amount = uint128(bound(amount, MINIMUM, type(uint128).max));
        vm.deal(ADA, amount);
        _stakeAndRequest(ADA, amount);
        vm.warp(uint256(START) + COOLDOWN + late);
        vm.expectEmit(address(staking));
        emit ISessionStaking.Withdrawn(ADA, amount);
        vm.prank(ADA);
        staking.withdraw();
        assertEq(ADA.balance, amount);
        _assertPosition(ADA, 0, 0, 0);
    }

    function test_WithdrawingTwicePaysOnce() public {
        _stake(BEN, 5 ether);
        _stakeAndRequest(ADA, MINIMUM);
        vm.warp(START + COOLDOWN);
        vm.startPrank(ADA);
        staking.withdraw();
        vm.expectRevert(ISessionStaking.NothingToWithdraw.selector);
        staking.withdraw();
        vm.stopPrank();
        assertEq(ADA.balance, 10 ether);
        assertEq(address(staking).balance, 5 ether);
    }

    function test_NobodyWithdrawsWhatAnotherStaked() public {
        _stakeAndRequest(ADA, MINIMUM);
        vm.warp(START + COOLDOWN);
        vm.expectRevert(ISessionStaking.NothingToWithdraw.selector);
        vm.prank(BEN);
        staking.withdraw();
    }

    function test_TheLongestCooldownStillEnds() public {
        SessionStaking slow = _deploy(ISessionStaking.Terms(MINIMUM, WARM_UP, 90 days, LIMIT, NOTICE));
        vm.startPrank(ADA);
        slow.stake{value: MINIMUM}();
        slow.requestUnstake(MINIMUM);
        vm.warp(START + 90 days);
        slow.withdraw();
        vm.stopPrank();
        assertEq(ADA.balance, 10 ether);
    }

    function test_NobodyIsEntitledAndPaidOutWithinOneTransaction() public {
        SessionStaking quick = _deploy(ISessionStaking.Terms(MINIMUM, 0, 1, LIMIT, NOTICE));
        vm.startPrank(ADA);
        quick.stake{value: MINIMUM}();
        assertTrue(quick.isActive(ADA));
        quick.requestUnstake(MINIMUM);
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.CoolingDown.selector, START + 1));
        quick.withdraw();
        vm.stopPrank();
    }

    function test_NothingBorrowedWithinOneTransactionEverCounts() public {
        BorrowingStaker borrower = new BorrowingStaker{value: 100 ether}(staking);
        borrower.stakeAndTryToGiveBack();
        assertFalse(borrower.wasActive());
        assertEq(borrower.refusal(), ISessionStaking.CoolingDown.selector);
    }

    // --- The operator ---

    function test_NoRoleTakesOrHoldsAStake() public {
        _stake(ADA, MINIMUM);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        // Everything that any role may call, at its worst.
        vm.prank(OPERATOR);
        staking.announceMinimum(type(uint96).max);
        _pause();
        address[3] memory roles = [ADMIN, OPERATOR, PAUSER];
        for (uint256 i = 0; i < roles.length; ++i) {
            vm.expectRevert(ISessionStaking.NothingToWithdraw.selector);
            vm.prank(roles[i]);
            staking.withdraw();
        }
        vm.warp(START + NOTICE);
        vm.prank(ADA);
        staking.withdraw();
        assertEq(ADA.balance, 10 ether);
    }

    // --- Hostile company ---

    function test_AStakerThatRefusesEtherKeepsItsClaim() public {
        RefusesEther staker = new RefusesEther();
        staker.stake{value: MINIMUM}(staking);
        staker.requestUnstake(staking, MINIMUM);
        vm.warp(START + COOLDOWN);
        vm.expectRevert(ISessionStaking.WithdrawalFailed.selector);
        staker.withdraw(staking);
        _assertPosition(address(staker), 0, MINIMUM, START + COOLDOWN);

        staker.accept();
        staker.withdraw(staking);
        assertEq(address(staker).balance, MINIMUM);
    }

    function test_WithdrawingAgainWhileBeingPaidPaysOnce() public {
        ReentrantStaker staker = _reentrantStakerReadyToWithdraw();
        staker.withdrawAnd(abi.encodeCall(ISessionStaking.withdraw, ()), 0);
        assertFalse(staker.attackSucceeded());
        assertEq(bytes4(staker.attackResult()), ISessionStaking.NothingToWithdraw.selector);
        assertEq(address(staker).balance, MINIMUM);
        assertEq(address(staking).balance, 5 ether);
    }

    function test_StakingAgainWhileBeingPaidIsAnOrdinaryStake() public {
        ReentrantStaker staker = _reentrantStakerReadyToWithdraw();
        staker.withdrawAnd(abi.encodeCall(ISessionStaking.stake, ()), MINIMUM);
        assertTrue(staker.attackSucceeded());
        _assertPosition(address(staker), MINIMUM, 0, 0);
        assertEq(address(staking).balance, 5 ether + MINIMUM);
    }

    function test_UnstakingWhileBeingPaidFindsNothing() public {
        ReentrantStaker staker = _reentrantStakerReadyToWithdraw();
        staker.withdrawAnd(abi.encodeCall(ISessionStaking.requestUnstake, (MINIMUM)), 0);
        assertFalse(staker.attackSucceeded());
        assertEq(bytes4(staker.attackResult()), ISessionStaking.InsufficientStake.selector);
    }

    function test_ForcedEtherCountsForNobody() public {
        _stakeAndRequest(ADA, MINIMUM);
        _force(address(staking), 1 ether);
        vm.warp(START + COOLDOWN);
        vm.prank(ADA);
        staking.withdraw();
        assertEq(ADA.balance, 10 ether);
        assertEq(address(staking).balance, 1 ether);
        assertFalse(staking.isActive(address(this)));
    }

    function _reentrantStakerReadyToWithdraw() private returns (ReentrantStaker staker) {
        _stake(BEN, 5 ether);
        staker = new ReentrantStaker(staking);
        vm.deal(address(staker), MINIMUM);
        staker.stake(MINIMUM);
        staker.requestUnstake(MINIMUM);
        vm.warp(START + COOLDOWN);
    }

    function _deploy(ISessionStaking.Terms memory terms) private returns (SessionStaking) {
        return new SessionStaking(_governance(), terms);
    }

    function _expectRefused(ISessionStaking.Terms memory terms) private {
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        _deploy(terms);
    }

    function _setMinimum(uint96 minimum) private {
        vm.prank(OPERATOR);
        staking.announceMinimum(minimum);
        skip(NOTICE);
    }

    function _pause() private {
        vm.prank(PAUSER);
        staking.pause();
    }

    function _stakeAndRequest(address staker, uint256 amount) private {
        _stake(staker, amount);
        vm.prank(staker);
        staking.requestUnstake(amount);
    }

    function _stake(address staker, uint256 amount) private {
        vm.prank(staker);
        staking.stake{value: amount}();
    }

    function _assertPosition(address staker, uint256 active, uint256 pending, uint256 withdrawableAt) private view {
        ISessionStaking.Position memory position = staking.positionOf(staker);
        assertEq(position.active, active, "active");
        assertEq(position.pending, pending, "pending");
        assertEq(position.withdrawableAt, withdrawableAt, "withdrawableAt");
    }
}
