// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";

/// @title Roles that are all handed out at construction, so that the deployer keeps none
/// @notice The admin only appoints: it grants and takes away the other roles, and its own passes on in two steps with a
/// delay between them. Nobody has a role that the constructor or the admin did not name.
abstract contract Governed is AccessControlDefaultAdminRules, Pausable {
    /// @notice Who holds which role from the first block on.
    /// @param admin Appoints and dismisses; a multi-signature wallet, in earnest
    /// @param adminDelay Time that must pass before the admin's role moves on, in seconds
    /// @param operator Sets terms
    /// @param pauser Stops and resumes sales and new stake; apart from the operator, so that an alarm may hold its key
    struct Governance {
        address admin;
        uint48 adminDelay;
        address operator;
        address pauser;
    }

    /// @notice Sets terms, within the bounds and the notice that the contract promises.
    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

    /// @notice Stops and resumes what brings money in; nothing that lets it out can be stopped.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /// @notice Shortest notice that a change of terms may have, in seconds.
    uint64 public constant SHORTEST_NOTICE = 1 days;

    /// @notice Longest notice that a change of terms may have, in seconds.
    uint64 public constant LONGEST_NOTICE = 90 days;

    /// @notice Time between the announcement of changed terms and the moment they hold, in seconds.
    uint64 public immutable NOTICE;

    /// @notice The notice is out of bounds.
    error InvalidNotice();

    constructor(Governance memory governance, uint64 notice)
        AccessControlDefaultAdminRules(governance.adminDelay, governance.admin)
    {
        if (notice < SHORTEST_NOTICE || notice > LONGEST_NOTICE) revert InvalidNotice();
        NOTICE = notice;
        _grantRole(OPERATOR_ROLE, governance.operator);
        _grantRole(PAUSER_ROLE, governance.pauser);
    }

    /// @notice Stops what brings money in; for the pauser only.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Resumes it; for the pauser only.
    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }
}
