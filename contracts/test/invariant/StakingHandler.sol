// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Does what stakers may do, in any order, and keeps its own books of it.
contract StakingHandler is Test {
    ISessionStaking private immutable STAKING;
    address[] private _stakers;

    /// @notice Ghosts: all that a staker ever put in and got back, in wei.
    mapping(address staker => uint256) public putIn;
    mapping(address staker => uint256) public takenOut;

    /// @notice Ghost: ether that came in without a call, in wei.
    uint256 public forced;

    constructor(ISessionStaking staking) {
        STAKING = staking;
        string[4] memory names = ["ada", "ben", "cleo", "dan"];
        for (uint256 i = 0; i < names.length; ++i) {
            _stakers.push(makeAddr(names[i]));
        }
    }

    function stakers() external view returns (address[] memory) {
        return _stakers;
    }

    function stake(uint256 who, uint256 amount) external {
        address staker = _staker(who);
        uint256 active = STAKING.positionOf(staker).active;
        uint256 least = active == 0 ? STAKING.MINIMUM_STAKE() : 1;
        amount = bound(amount, least, 1_000_000 ether);
        vm.deal(staker, staker.balance + amount);
        vm.prank(staker);
        STAKING.stake{value: amount}();
        putIn[staker] += amount;
    }

    function requestUnstake(uint256 who, uint256 amount) external {
        address staker = _staker(who);
        uint256 active = STAKING.positionOf(staker).active;
        if (active == 0) return;
        amount = bound(amount, 1, active);
        if (active - amount < STAKING.MINIMUM_STAKE()) amount = active;
        vm.prank(staker);
        STAKING.requestUnstake(amount);
        ISessionStaking.Position memory position = STAKING.positionOf(staker);
        assertEq(position.withdrawableAt, block.timestamp + STAKING.COOLDOWN(), "a request restarts the cool-down");
    }

    function withdraw(uint256 who) external {
        address staker = _staker(who);
        ISessionStaking.Position memory position = STAKING.positionOf(staker);
        if (position.pending == 0) {
            vm.expectRevert(ISessionStaking.NothingToWithdraw.selector);
        } else if (block.timestamp < position.withdrawableAt) {
            vm.expectRevert(abi.encodeWithSelector(ISessionStaking.CoolingDown.selector, position.withdrawableAt));
        }
        uint256 before = staker.balance;
        vm.prank(staker);
        STAKING.withdraw();
        takenOut[staker] += staker.balance - before;
    }

    function wait(uint256 duration) external {
        skip(bound(duration, 1, 2 * uint256(STAKING.COOLDOWN())));
    }

    function force(uint256 amount) external {
        amount = bound(amount, 1, 1 ether);
        vm.deal(address(STAKING), address(STAKING).balance + amount);
        forced += amount;
    }

    function _staker(uint256 seed) private view returns (address) {
        return _stakers[seed % _stakers.length];
    }
}
