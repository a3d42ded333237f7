// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";
import {SessionStaking} from "../../src/SessionStaking.sol";
import {StakingHandler} from "./StakingHandler.sol";
import {Test} from "forge-std/Test.sol";

contract SessionStakingInvariantTest is Test {
    SessionStaking private staking;
    StakingHandler private handler;

    function setUp() public {
        vm.warp(1_800_000_000);
        staking = new SessionStaking(0.1 ether, 1 days, 300);
        handler = new StakingHandler(staking);
        targetContract(address(handler));
    }

    function invariant_TheBalanceIsAllActiveAndPendingStake() public view {
        uint256 owed = handler.forced();
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

    function invariant_AWithdrawalAlwaysSucceedsAfterItsCooldown() public {
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            if (position.pending == 0) continue;
            uint256 state = vm.snapshotState();
            if (block.timestamp < position.withdrawableAt) vm.warp(position.withdrawableAt);
            uint256 before = stakers[i].balance;
            vm.prank(stakers[i]);
            staking.withdraw();
            assertEq(stakers[i].balance - before, position.pending);
            assertTrue(vm.revertToStateAndDelete(state));
        }
    }

    function invariant_AStakeIsEntitledOrNothing() public view {
        address[] memory stakers = handler.stakers();
        for (uint256 i = 0; i < stakers.length; ++i) {
            ISessionStaking.Position memory position = staking.positionOf(stakers[i]);
            assertEq(staking.isActive(stakers[i]), position.active >= staking.MINIMUM_STAKE());
            assertEq(staking.isActive(stakers[i]), position.active != 0, "no stake is left that counts for nothing");
            assertEq(position.withdrawableAt == 0, position.pending == 0);
        }
    }
}
