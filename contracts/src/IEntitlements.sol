// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What wallets may do, in one call and at one block
interface IEntitlements {
    /// @notice What one wallet may do.
    /// @param staked Whether its stake counts
    /// @param countsFrom When a stake that is large enough begins to count, in Unix seconds; 0 if none is
    /// @param passes How many passes it holds
    /// @param features Union of their feature bits
    struct Entitlement {
        bool staked;
        uint64 countsFrom;
        uint256 passes;
        uint256 features;
    }

    /// @notice What one wallet may do now; reverts for the zero address, which is nobody's.
    function entitlementOf(address wallet) external view returns (Entitlement memory);

    /// @notice What each of several wallets may do now, in their order; reverts if one of them is the zero address.
    function entitlementsOf(address[] calldata wallets) external view returns (Entitlement[] memory);
}
