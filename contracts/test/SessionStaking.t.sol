// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../src/ISessionStaking.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {ReentrantStaker} from "./support/ReentrantStaker.sol";
import {RefusesEther} from "./support/RefusesEther.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Test} from "forge-std/Test.sol";

contract SessionStakingTest is Test {
    uint256 private constant MINIMUM = 0.1 ether;
    uint64 private constant COOLDOWN = 1 days;
    uint64 private constant START = 1_800_000_000;

    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    SessionStaking private staking;

    function setUp() public {
        vm.warp(START);
        staking = new SessionStaking(MINIMUM, COOLDOWN, 300);
        vm.deal(ADA, 10 ether);
        vm.deal(BEN, 10 ether);
    }

    // --- Terms ---

    function test_TheTermsAreFixedAtDeployment() public view {
        assertEq(staking.MINIMUM_STAKE(), MINIMUM);
        assertEq(staking.COOLDOWN(), COOLDOWN);
        assertEq(staking.SESSION_LIMIT(), 300);
    }

    function test_TermsOutOfBoundsCannotBeDeployed() public {
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        new SessionStaking(0, COOLDOWN, 300);
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        new SessionStaking(uint256(type(uint128).max) + 1, COOLDOWN, 300);
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        new SessionStaking(MINIMUM, 0, 300);
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        new SessionStaking(MINIMUM, 90 days + 1, 300);
        vm.expectRevert(ISessionStaking.InvalidTerms.selector);
        new SessionStaking(MINIMUM, COOLDOWN, 0);
    }

    function test_TermsAtTheirBoundsCanBeDeployed() public {
        assertEq(new SessionStaking(1, 1, 1).COOLDOWN(), 1);
        assertEq(new SessionStaking(type(uint128).max, 90 days, type(uint64).max).MINIMUM_STAKE(), type(uint128).max);
    }

    // --- Staking ---

    function test_StakingTheMinimumMakesActive() public {
        assertFalse(staking.isActive(ADA));
        vm.expectEmit(address(staking));
        emit ISessionStaking.Staked(ADA, MINIMUM, MINIMUM);
        vm.prank(ADA);
        staking.stake{value: MINIMUM}();
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
        emit ISessionStaking.Staked(ADA, 1, MINIMUM + 1);
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
        vm.expectEmit(address(staking));
        emit ISessionStaking.UnstakeRequested(ADA, MINIMUM, START + COOLDOWN);
        vm.prank(ADA);
        staking.requestUnstake(MINIMUM);
        assertFalse(staking.isActive(ADA));
        _assertPosition(ADA, 0, MINIMUM, START + COOLDOWN);
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
        SessionStaking slow = new SessionStaking(MINIMUM, 90 days, 300);
        vm.startPrank(ADA);
        slow.stake{value: MINIMUM}();
        slow.requestUnstake(MINIMUM);
        vm.warp(START + 90 days);
        slow.withdraw();
        vm.stopPrank();
        assertEq(ADA.balance, 10 ether);
    }

    function test_NobodyIsEntitledAndPaidOutWithinOneTransaction() public {
        SessionStaking quick = new SessionStaking(MINIMUM, 1, 300);
        vm.startPrank(ADA);
        quick.stake{value: MINIMUM}();
        quick.requestUnstake(MINIMUM);
        vm.expectRevert(abi.encodeWithSelector(ISessionStaking.CoolingDown.selector, START + 1));
        quick.withdraw();
        vm.stopPrank();
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
        assertEq(bytes4(staker.attackResult()), ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
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

    /// @dev What a block reward or a self-destructing contract does: no code of the receiver runs.
    function _force(address to, uint256 amount) private {
        vm.deal(to, to.balance + amount);
    }

    function _reentrantStakerReadyToWithdraw() private returns (ReentrantStaker staker) {
        _stake(BEN, 5 ether);
        staker = new ReentrantStaker(staking);
        vm.deal(address(staker), MINIMUM);
        staker.stake(MINIMUM);
        staker.requestUnstake(MINIMUM);
        vm.warp(START + COOLDOWN);
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
