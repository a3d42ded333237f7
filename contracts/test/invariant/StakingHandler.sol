// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";
import {SessionStaking} from "../../src/SessionStaking.sol";
import {BorrowingStaker} from "../support/BorrowingStaker.sol";
import {ReentrantStaker} from "../support/ReentrantStaker.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Does what stakers, the operator and the pauser may do, in any order, and keeps its own books of it.
/// @dev Four stakers are people; the fifth is a contract that calls back while it is being paid.
contract StakingHandler is Test {
    uint256 private constant LARGEST = 1_000_000 ether;

    SessionStaking private immutable STAKING;
    address private immutable OPERATOR;
    address private immutable PAUSER;
    ReentrantStaker private immutable MALLORY;
    address[] private _stakers;

    /// @notice Ghosts: all that a staker ever put in and got back, in wei.
    mapping(address staker => uint256) public putIn;
    mapping(address staker => uint256) public takenOut;

    /// @notice Ghost: when a staker last went from under the minimum of the day to it, in Unix seconds.
    mapping(address staker => uint256) public reachedSince;

    /// @notice Ghost: ether that came in without a call, in wei.
    uint256 public forced;

    /// @notice Ghosts: the minimum as it holds, and as it is announced, with its time in Unix seconds.
    uint256 public minimum;
    uint256 public nextMinimum;
    uint256 public nextMinimumAt;

    /// @notice Ghost: what ether lent for one transaction was left in the contract by those who tried, in wei.
    uint256 public caught;

    /// @notice Ghost: whether lent ether ever counted, or left again, within its transaction.
    bool public borrowedOnce;

    constructor(SessionStaking staking, address operator, address pauser) {
        STAKING = staking;
        OPERATOR = operator;
        PAUSER = pauser;
        minimum = staking.minimumStake();
        string[4] memory names = ["ada", "ben", "cleo", "dan"];
        for (uint256 i = 0; i < names.length; ++i) {
            _stakers.push(makeAddr(names[i]));
        }
        MALLORY = new ReentrantStaker(staking);
        vm.label(address(MALLORY), "mallory");
        _stakers.push(address(MALLORY));
    }

    function stakers() external view returns (address[] memory) {
        return _stakers;
    }

    function stake(uint256 who, uint256 amount) external {
        _settleMinimum();
        address staker = _staker(who);
        uint256 active = STAKING.positionOf(staker).active;
        amount = bound(amount, active < minimum ? minimum - active : 1, LARGEST);
        vm.deal(staker, staker.balance + amount);
        bool paused = STAKING.paused();
        if (paused) vm.expectRevert(Pausable.EnforcedPause.selector);
        vm.prank(staker);
        STAKING.stake{value: amount}();
        if (paused) return;
        putIn[staker] += amount;
        if (active < minimum) reachedSince[staker] = block.timestamp;
    }

    function requestUnstake(uint256 who, uint256 amount) external {
        _settleMinimum();
        address staker = _staker(who);
        uint256 active = STAKING.positionOf(staker).active;
        if (active == 0) return;
        amount = bound(amount, 1, active);
        if (active - amount < minimum) amount = active;
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

    /// @notice Mallory withdraws, and withdraws again from within the payment.
    function withdrawTwiceAtOnce() external {
        ISessionStaking.Position memory position = STAKING.positionOf(address(MALLORY));
        if (position.pending == 0 || block.timestamp < position.withdrawableAt) return;
        uint256 before = address(MALLORY).balance;
        MALLORY.withdrawAnd(abi.encodeCall(STAKING.withdraw, ()), 0);
        assertFalse(MALLORY.attackSucceeded());
        takenOut[address(MALLORY)] += address(MALLORY).balance - before;
    }

    /// @notice Somebody stakes what is lent for one transaction.
    function borrow(uint256 amount) external {
        _settleMinimum();
        if (STAKING.paused()) return;
        amount = bound(amount, minimum, LARGEST);
        vm.deal(address(this), amount);
        BorrowingStaker borrower = new BorrowingStaker{value: amount}(STAKING);
        borrower.stakeAndTryToGiveBack();
        caught += amount;
        if (borrower.wasActive() || address(borrower).balance != 0) borrowedOnce = true;
    }

    function announceMinimum(uint96 next) external {
        _settleMinimum();
        next = uint96(bound(next, 1, 10 ether));
        vm.prank(OPERATOR);
        STAKING.announceMinimum(next);
        nextMinimum = next;
        nextMinimumAt = block.timestamp + STAKING.NOTICE();
    }

    function pauseOrResume() external {
        bool paused = STAKING.paused();
        vm.prank(PAUSER);
        if (paused) STAKING.unpause();
        else STAKING.pause();
    }

    function wait(uint256 duration) external {
        skip(bound(duration, 1, 2 * uint256(STAKING.COOLDOWN())));
        _settleMinimum();
    }

    function force(uint256 amount) external {
        amount = bound(amount, 1, 1 ether);
        vm.deal(address(STAKING), address(STAKING).balance + amount);
        forced += amount;
    }

    function _settleMinimum() private {
        if (nextMinimumAt == 0 || block.timestamp < nextMinimumAt) return;
        minimum = nextMinimum;
        nextMinimumAt = 0;
    }

    function _staker(uint256 seed) private view returns (address) {
        return _stakers[seed % _stakers.length];
    }
}
