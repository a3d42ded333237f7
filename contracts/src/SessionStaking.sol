// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "./ISessionStaking.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Stake in native currency, with a cool-down on its way out
/// @notice No owner, no pause, no way to take anybody's stake: only the staker moves it, and only back to the staker.
/// @dev Ether that is forced in belongs to nobody and stays; no rule reads the contract's balance.
contract SessionStaking is ISessionStaking, ReentrancyGuardTransient {
    using SafeCast for uint256;

    /// @notice Longest cool-down a deployment may have, in seconds: a stake can be delayed, not locked away.
    uint64 public constant MAXIMUM_COOLDOWN = 90 days;

    /// @inheritdoc ISessionStaking
    uint256 public immutable MINIMUM_STAKE;

    /// @inheritdoc ISessionStaking
    uint64 public immutable COOLDOWN;

    /// @inheritdoc ISessionStaking
    uint64 public immutable SESSION_LIMIT;

    mapping(address staker => Position) private _positions;

    /// @param minimumStake Least active stake that counts, in wei; from 1 to 2^128 - 1
    /// @param cooldown Time between a request and its withdrawal, in seconds; from 1 to `MAXIMUM_COOLDOWN`,
    /// so that nobody is ever entitled and paid out within one transaction
    /// @param sessionLimit Length of every session, in seconds; at least 1
    constructor(uint256 minimumStake, uint64 cooldown, uint64 sessionLimit) {
        if (
            minimumStake == 0 || minimumStake > type(uint128).max || cooldown == 0 || cooldown > MAXIMUM_COOLDOWN
                || sessionLimit == 0
        ) revert InvalidTerms();
        MINIMUM_STAKE = minimumStake;
        COOLDOWN = cooldown;
        SESSION_LIMIT = sessionLimit;
    }

    /// @inheritdoc ISessionStaking
    function stake() external payable {
        if (msg.value == 0) revert ZeroAmount();
        Position storage position = _positions[msg.sender];
        uint256 active = position.active + msg.value;
        if (active < MINIMUM_STAKE) revert BelowMinimum(active, MINIMUM_STAKE);
        position.active = active.toUint128();
        emit Staked(msg.sender, msg.value, active);
    }

    /// @inheritdoc ISessionStaking
    function requestUnstake(uint256 amount) external {
        if (amount == 0) revert ZeroAmount();
        Position storage position = _positions[msg.sender];
        uint256 active = position.active;
        if (amount > active) revert InsufficientStake(amount, active);
        uint256 rest = active - amount;
        if (rest != 0 && rest < MINIMUM_STAKE) revert BelowMinimum(rest, MINIMUM_STAKE);
        uint64 withdrawableAt = (block.timestamp + COOLDOWN).toUint64();
        position.active = rest.toUint128();
        position.pending = (position.pending + amount).toUint128();
        position.withdrawableAt = withdrawableAt;
        emit UnstakeRequested(msg.sender, amount, withdrawableAt);
    }

    /// @inheritdoc ISessionStaking
    function withdraw() external nonReentrant {
        Position storage position = _positions[msg.sender];
        uint256 amount = position.pending;
        if (amount == 0) revert NothingToWithdraw();
        // A cool-down of hours or days does not mind the seconds by which a validator may shift the clock.
        // forge-lint: disable-next-line(block-timestamp)
        if (block.timestamp < position.withdrawableAt) revert CoolingDown(position.withdrawableAt);
        position.pending = 0;
        position.withdrawableAt = 0;
        emit Withdrawn(msg.sender, amount);
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert WithdrawalFailed();
    }

    /// @inheritdoc ISessionStaking
    function isActive(address staker) external view returns (bool) {
        return _positions[staker].active >= MINIMUM_STAKE;
    }

    /// @inheritdoc ISessionStaking
    function positionOf(address staker) external view returns (Position memory) {
        return _positions[staker];
    }
}
