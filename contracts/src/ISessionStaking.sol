// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Stake that grants unlimited sessions of a fixed length and always comes back
interface ISessionStaking {
    /// @notice What one person has in the contract.
    /// @dev The first three fill a word: staking writes, and asking who is active reads, no other.
    /// @param active Counts towards the minimum, in wei
    /// @param countsFrom When it began to count, or will, in Unix seconds; 0 if nothing is active
    /// @param withdrawableAt When `pending` may be withdrawn, in Unix seconds; 0 if nothing is pending
    /// @param pending On its way out, in wei
    struct Position {
        uint128 active;
        uint64 countsFrom;
        uint64 withdrawableAt;
        uint128 pending;
    }

    /// @notice What a deployment promises for good; only `minimumStake` can change, with notice.
    /// @param minimumStake Least active stake that counts, in wei; from 1 to 2^96 - 1
    /// @param warmUp Time before a stake counts, in seconds; 0 is for development chains
    /// @param cooldown Time between a request and its withdrawal, in seconds; at least 1, so that nothing is ever
    /// staked and paid out within one transaction
    /// @param sessionLimit Length of every session, in seconds; at least 1
    /// @param notice Time between the announcement of another minimum and its effect, in seconds
    struct Terms {
        uint96 minimumStake;
        uint64 warmUp;
        uint64 cooldown;
        uint64 sessionLimit;
        uint64 notice;
    }

    /// @notice Stake was added; `active` is the new total, and counts from `countsFrom` (Unix seconds) on.
    event Staked(address indexed staker, uint256 amount, uint256 active, uint64 countsFrom);

    /// @notice Stake stopped counting and starts its cool-down.
    event UnstakeRequested(address indexed staker, uint256 amount, uint64 withdrawableAt);

    /// @notice Stake left the contract.
    event Withdrawn(address indexed staker, uint256 amount);

    /// @notice From `effectiveAt` (Unix seconds) on, a stake must be this large to count.
    event MinimumAnnounced(uint256 minimum, uint64 effectiveAt);

    /// @notice The deployment's terms, or the announced minimum, are zero or out of bounds.
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
    /// @dev The warm-up starts when the stake reaches the minimum; adding to one that reaches it already restarts nothing.
    function stake() external payable;

    /// @notice Takes stake out of what is active and starts its cool-down; a second request joins the first and restarts it.
    /// @dev Everything may be asked for at any time; so nobody is held by a minimum that has been raised.
    /// @param amount In wei; what is left must be nothing or at least the minimum
    function requestUnstake(uint256 amount) external;

    /// @notice Pays out to the caller all that is pending, once its cool-down is over.
    function withdraw() external;

    /// @notice Gives notice of another minimum, for everybody, `NOTICE` seconds from now; for the operator only.
    /// @dev Replaces an announcement that does not hold yet, and starts its notice anew.
    /// @param minimum In wei; from 1 to 2^96 - 1
    function announceMinimum(uint96 minimum) external;

    /// @notice Whether the staker's active stake reaches the minimum, and has warmed up.
    function isActive(address staker) external view returns (bool);

    /// @notice The staker's position.
    function positionOf(address staker) external view returns (Position memory);

    /// @notice Least active stake that counts now, in wei.
    function minimumStake() external view returns (uint256);

    /// @notice The minimum that is announced, and when it will hold, in Unix seconds; both 0 if none is waiting.
    function announcedMinimum() external view returns (uint256 minimum, uint64 effectiveAt);

    /// @notice Time before a stake counts, in seconds.
    function WARM_UP() external view returns (uint64);

    /// @notice Time between a request and its withdrawal, in seconds.
    function COOLDOWN() external view returns (uint64);
}
