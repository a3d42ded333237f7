// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "./Governed.sol";
import {ISessionGrants} from "./ISessionGrants.sol";
import {ISessionStaking} from "./ISessionStaking.sol";
import {SessionGrants} from "./SessionGrants.sol";
import {StakeRules} from "./StakeRules.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC5313} from "@openzeppelin/contracts/interfaces/IERC5313.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Stake in native currency, with a warm-up on its way in and a cool-down on its way out
/// @notice Only the staker moves a stake, and only back to the staker. The operator can announce another minimum, the
/// pauser can stop new stake; neither they nor the admin can take a stake, hold it, or make its cool-down longer.
/// @dev Ether that is forced in belongs to nobody and stays; no rule reads the contract's balance.
contract SessionStaking is ISessionStaking, SessionGrants, Governed {
    using SafeCast for uint256;

    /// @notice Longest warm-up a deployment may have, in seconds.
    uint64 public constant MAXIMUM_WARM_UP = 7 days;

    /// @notice Longest cool-down a deployment may have, in seconds: a stake can be delayed, not locked away.
    uint64 public constant MAXIMUM_COOLDOWN = 90 days;

    /// @inheritdoc ISessionStaking
    uint64 public immutable WARM_UP;

    /// @inheritdoc ISessionStaking
    uint64 public immutable COOLDOWN;

    // These three share a word with Pausable's flag, which every stake reads anyway.
    uint96 private _minimum;
    uint96 private _nextMinimum;
    uint48 private _nextMinimumAt;

    mapping(address staker => Position) private _positions;

    /// @param governance Who holds which role
    constructor(Governance memory governance, Terms memory terms)
        SessionGrants(terms.sessionLimit)
        Governed(governance, terms.notice)
    {
        if (
            terms.minimumStake == 0 || terms.warmUp > MAXIMUM_WARM_UP || terms.cooldown == 0
                || terms.cooldown > MAXIMUM_COOLDOWN || terms.sessionLimit == 0
        ) revert InvalidTerms();
        _minimum = terms.minimumStake;
        WARM_UP = terms.warmUp;
        COOLDOWN = terms.cooldown;
    }

    /// @inheritdoc ISessionStaking
    function stake() external payable whenNotPaused {
        Position storage position = _positions[msg.sender];
        uint256 minimum = minimumStake();
        uint256 before = position.active;
        position.active = StakeRules.add(before, msg.value, minimum).toUint128();
        if (before < minimum) position.countsFrom = uint64(block.timestamp) + WARM_UP;
        emit Staked(msg.sender, msg.value, position.active, position.countsFrom);
    }

    /// @inheritdoc ISessionStaking
    function requestUnstake(uint256 amount) external {
        Position storage position = _positions[msg.sender];
        uint64 withdrawableAt = uint64(block.timestamp) + COOLDOWN;
        (uint256 rest, uint256 pending) = StakeRules.request(position.active, position.pending, amount, minimumStake());
        position.active = rest.toUint128();
        position.pending = pending.toUint128();
        position.withdrawableAt = withdrawableAt;
        if (rest == 0) position.countsFrom = 0;
        emit UnstakeRequested(msg.sender, amount, withdrawableAt);
    }

    /// @inheritdoc ISessionStaking
    function withdraw() external {
        Position storage position = _positions[msg.sender];
        uint256 amount = StakeRules.take(position.pending, position.withdrawableAt, block.timestamp);
        position.pending = 0;
        position.withdrawableAt = 0;
        emit Withdrawn(msg.sender, amount);
        // Last: whoever calls back from here finds the books closed.
        (bool paid,) = msg.sender.call{value: amount}("");
        if (!paid) revert WithdrawalFailed();
    }

    /// @inheritdoc ISessionStaking
    function announceMinimum(uint96 minimum) external onlyRole(OPERATOR_ROLE) {
        if (minimum == 0) revert InvalidTerms();
        uint64 effectiveAt = uint64(block.timestamp) + NOTICE;
        _minimum = uint96(minimumStake());
        _nextMinimum = minimum;
        // 48 bits of seconds are nine million years.
        // forge-lint: disable-next-line(unsafe-typecast)
        _nextMinimumAt = uint48(effectiveAt);
        emit MinimumAnnounced(minimum, effectiveAt);
    }

    /// @inheritdoc ISessionStaking
    function isActive(address staker) external view returns (bool) {
        Position storage position = _positions[staker];
        return StakeRules.counts(position.active, position.countsFrom, minimumStake(), block.timestamp);
    }

    /// @inheritdoc ISessionStaking
    function positionOf(address staker) external view returns (Position memory) {
        return _positions[staker];
    }

    /// @inheritdoc ISessionStaking
    function announcedMinimum() external view returns (uint256 minimum, uint64 effectiveAt) {
        if (_nextMinimumAt != 0 && !_announcementHolds()) return (_nextMinimum, _nextMinimumAt);
    }

    /// @inheritdoc ISessionStaking
    function minimumStake() public view returns (uint256) {
        return _announcementHolds() ? _nextMinimum : _minimum;
    }

    /// @notice The interfaces of ERC-165, its own and OpenZeppelin's.
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(ISessionStaking).interfaceId || interfaceId == type(ISessionGrants).interfaceId
            || interfaceId == type(IERC5267).interfaceId || interfaceId == type(IERC5313).interfaceId
            || super.supportsInterface(interfaceId);
    }

    /// @dev A notice of days does not mind the seconds by which a validator may shift the clock.
    function _announcementHolds() private view returns (bool) {
        // forge-lint: disable-next-line(block-timestamp)
        return _nextMinimumAt != 0 && block.timestamp >= _nextMinimumAt;
    }
}
