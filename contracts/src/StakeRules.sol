// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "./ISessionStaking.sol";

/// @title How one person's stake moves: in, out of what counts, and out of the contract
/// @notice All the arithmetic on people's money is here, and nothing else is: no role, no clock, no storage. It works on
/// plain numbers, because a solver proves it for all of them (`contracts/test/proof`).
library StakeRules {
    /// @dev Adds to what is active, which must then reach the minimum; all in wei.
    /// @return sum What is active then
    function add(uint256 active, uint256 amount, uint256 minimum) internal pure returns (uint256 sum) {
        if (amount == 0) revert ISessionStaking.ZeroAmount();
        sum = active + amount;
        if (sum < minimum) revert ISessionStaking.BelowMinimum(sum, minimum);
    }

    /// @dev Moves an amount from active to pending; what is left must be nothing or reach the minimum; all in wei.
    /// @return rest What is active then
    /// @return outgoing What is pending then
    function request(uint256 active, uint256 pending, uint256 amount, uint256 minimum)
        internal
        pure
        returns (uint256 rest, uint256 outgoing)
    {
        if (amount == 0) revert ISessionStaking.ZeroAmount();
        if (amount > active) revert ISessionStaking.InsufficientStake(amount, active);
        rest = active - amount;
        outgoing = pending + amount;
        if (rest != 0 && rest < minimum) revert ISessionStaking.BelowMinimum(rest, minimum);
    }

    /// @dev Takes all that is pending, in wei, once it is time, in Unix seconds.
    /// @return What must be paid to the staker
    function take(uint256 pending, uint64 withdrawableAt, uint256 time) internal pure returns (uint256) {
        if (pending == 0) revert ISessionStaking.NothingToWithdraw();
        if (time < withdrawableAt) revert ISessionStaking.CoolingDown(withdrawableAt);
        return pending;
    }

    /// @dev Whether a stake opens sessions; wei and Unix seconds.
    function counts(uint256 active, uint64 countsFrom, uint256 minimum, uint256 time) internal pure returns (bool) {
        return active >= minimum && time >= countsFrom;
    }
}
