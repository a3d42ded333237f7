// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Stake that grants unlimited sessions of a fixed length and always comes back
interface ISessionStaking {
    /// @notice What one person has in the contract.
    /// @param active Counts towards the minimum, in wei
    /// @param pending On its way out, in wei
    /// @param withdrawableAt When `pending` may be withdrawn, in Unix seconds; 0 if nothing is pending
    struct Position {
        uint128 active;
        uint128 pending;
        uint64 withdrawableAt;
    }

    /// @notice Stake was added; `active` is the new total.
    event Staked(address indexed staker, uint256 amount, uint256 active);

    /// @notice Stake stopped counting and starts its cool-down.
    event UnstakeRequested(address indexed staker, uint256 amount, uint64 withdrawableAt);

    /// @notice Stake left the contract.
    event Withdrawn(address indexed staker, uint256 amount);

    /// @notice The deployment's minimum, cool-down or session limit is zero or out of bounds.
    error InvalidTerms();

    /// @notice Nothing was sent or asked for.
    error ZeroAmount();

    /// @notice The active stake would be left above zero and under the minimum.
    error BelowMinimum(uint256 active, uint256 minimum);

    /// @notice More was asked for than is active.
    error InsufficientStake(uint256 requested, uint256 active);

    /// @notice The cool-down is still running.
    error CoolingDown(uint64 withdrawableAt);

    /// @notice Nothing is pending.
    error NothingToWithdraw();

    /// @notice The receiver refused the stake.
    error WithdrawalFailed();

    /// @notice Adds the value sent to the caller's active stake, which must then reach the minimum.
    function stake() external payable;

    /// @notice Takes stake out of what is active and starts its cool-down; a second request joins the first and restarts it.
    /// @param amount In wei; what is left must be nothing or at least the minimum
    function requestUnstake(uint256 amount) external;

    /// @notice Pays out to the caller all that is pending, once its cool-down is over.
    function withdraw() external;

    /// @notice Whether the staker's active stake reaches the minimum.
    function isActive(address staker) external view returns (bool);

    /// @notice The staker's position.
    function positionOf(address staker) external view returns (Position memory);

    /// @notice Least active stake that counts, in wei.
    function MINIMUM_STAKE() external view returns (uint256);

    /// @notice Time between a request and its withdrawal, in seconds.
    function COOLDOWN() external view returns (uint64);

    /// @notice Length of every session, in seconds.
    function SESSION_LIMIT() external view returns (uint64);
}
