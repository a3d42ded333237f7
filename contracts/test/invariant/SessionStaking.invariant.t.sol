// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";
import {SessionStaking} from "../../src/SessionStaking.sol";
import {Deployments} from "../support/Deployments.sol";
import {StakingHandler} from "./StakingHandler.sol";

contract SessionStakingInvariantTest is Deployments {
    SessionStaking private staking;
    StakingHandler private handler;

    function setUp() public {
        vm.warp(START);
        staking = _deployStaking();
        handler = new StakingHandler(staking, OPERATOR, PAUSER);
        targetContract(address(handler));
    }

    function invariant_TheBalanceIsAllActiveAndPendingStake() public view {
        uint256 owed = handler.forced() + handler.caught();
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            owed += uint256(position.active) + position.pending;
        }
        assertEq(address(staking).balance, owed);
    }

    function invariant_EverybodyGetsBackWhatTheyPutInAndNoMore() public view {
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            uint256 within = uint256(position.active) + position.pending;
            assertEq(handler.takenOut(stakers[i]) + within, handler.putIn(stakers[i]));
        }
    }

    function invariant_EverybodyCanLeaveWithEverythingPausedOrNot() public {
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            uint256 within = uint256(position.active) + position.pending;
            if (within == 0) continue;
            uint256 state = vm.snapshotState();
            vm.startPrank(stakers[i]);
            if (position.active != 0) staking.requestUnstake(position.active);
            uint64 withdrawableAt = staking.positionOf(stakers[i]).withdrawableAt;
            assertLe(withdrawableAt, block.timestamp + COOLDOWN, "no cool-down is longer than it was");
            if (block.timestamp < withdrawableAt) vm.warp(withdrawableAt);
            uint256 before = stakers[i].balance;
            staking.withdraw();
            vm.stopPrank();
            assertEq(stakers[i].balance - before, within);
            assertTrue(vm.revertToStateAndDelete(state));
        }
    }

    function invariant_EntitledIsWhoReachesTheMinimumAndHasWarmedUp() public view {
        assertEq(staking.minimumStake(), handler.minimum());
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            bool reaches = position.active >= handler.minimum();
            bool warm = block.timestamp >= handler.reachedSince(stakers[i]) + WARM_UP;
            assertEq(staking.isActive(stakers[i]), reaches && warm);
            assertEq(position.withdrawableAt == 0, position.pending == 0);
            assertEq(position.countsFrom == 0, position.active == 0);
        }
    }

    function invariant_NobodyIsEntitledAndPaidOutWithinOneTransaction() public {
        assertFalse(handler.borrowedOnce());
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            if (!staking.isActive(stakers[i])) continue;
            uint256 state = vm.snapshotState();
            vm.startPrank(stakers[i]);
            staking.requestUnstake(staking.positionOf(stakers[i]).active);
            vm.expectRevert(
                abi.encodeWithSelector(ISessionStaking.CoolingDown.selector, uint64(block.timestamp) + COOLDOWN)
            );
            staking.withdraw();
            vm.stopPrank();
            assertTrue(vm.revertToStateAndDelete(state));
        }
    }
}
