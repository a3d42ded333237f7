// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {IEntitlements} from "./IEntitlements.sol";
import {ISessionStaking} from "./ISessionStaking.sol";
import {TierPass} from "./TierPass.sol";

/// @title Reads both contracts for a service that must answer for many wallets
/// @notice Keeps nothing, owns nothing and has no roles; anybody may deploy another.
contract Entitlements is IEntitlements {
    /// @notice The passes it reads.
    TierPass public immutable TIER_PASS;

    /// @notice The stakes it reads.
    ISessionStaking public immutable SESSION_STAKING;

    constructor(TierPass tierPass, ISessionStaking sessionStaking) {
        TIER_PASS = tierPass;
        SESSION_STAKING = sessionStaking;
    }

    /// @inheritdoc IEntitlements
    function entitlementsOf(address[] calldata wallets) external view returns (Entitlement[] memory all) {
        all = new Entitlement[](wallets.length);
        for (uint256 i = 0; i < wallets.length; ++i) {
            all[i] = entitlementOf(wallets[i]);
        }
    }

    /// @inheritdoc IEntitlements
    function entitlementOf(address wallet) public view returns (Entitlement memory) {
        ISessionStaking.Position memory position = SESSION_STAKING.positionOf(wallet);
        return Entitlement({
            staked: SESSION_STAKING.isActive(wallet),
            countsFrom: position.active >= SESSION_STAKING.minimumStake() ? position.countsFrom : 0,
            passes: TIER_PASS.balanceOf(wallet),
            features: TIER_PASS.featuresOf(wallet)
        });
    }
}
