// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {StakeRules} from "../../src/StakeRules.sol";

/// @notice One staker's position and the books of a bank clerk. For the solver, not for a chain: it takes every state in
/// which the books balance, every amount, minimum and time, and shows that each step leaves them balanced. They balance
/// in the empty state; so they do for ever.
/// @dev One staker is enough: the contract keeps every position apart, and no rule reads two.
contract StakeProof {
    uint256 private active;
    uint256 private pending;
    uint64 private withdrawableAt;
    uint256 private putIn;
    uint256 private takenOut;

    modifier keepsTheBooks() {
        // There is less ether than 2^128 wei, so nobody ever puts in more.
        require(putIn <= type(uint128).max && takenOut <= putIn && active <= putIn && pending <= putIn);
        require(active + pending + takenOut == putIn);
        _;
        assert(active + pending + takenOut == putIn);
        // Nobody takes out more than they put in.
        assert(takenOut <= putIn);
    }

    function stake(uint256 amount, uint256 minimum) external keepsTheBooks {
        require(amount <= type(uint128).max);
        active = StakeRules.add(active, amount, minimum);
        putIn += amount;
        assert(active >= minimum);
    }

    function requestUnstake(uint256 amount, uint256 minimum, uint64 readyAt) external keepsTheBooks {
        uint256 within = active + pending;
        (active, pending) = StakeRules.request(active, pending, amount, minimum);
        withdrawableAt = readyAt;
        assert(active == 0 || active >= minimum);
        assert(pending >= amount);
        assert(active + pending == within);
    }

    function withdraw(uint256 time) external keepsTheBooks {
        uint256 amount = StakeRules.take(pending, withdrawableAt, time);
        // No earlier than its time, and all of it.
        assert(time >= withdrawableAt && amount == pending);
        pending = 0;
        takenOut += amount;
    }

    function isActive(uint64 countsFrom, uint256 minimum, uint256 time) external view {
        bool entitled = StakeRules.counts(active, countsFrom, minimum, time);
        assert(entitled == (active >= minimum && time >= countsFrom));
    }
}
