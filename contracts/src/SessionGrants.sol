// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionGrants} from "./ISessionGrants.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Checks what nodes sign for encounters; keeps nothing
abstract contract SessionGrants is ISessionGrants, EIP712 {
    bytes32 private constant _TYPE =
        keccak256("SessionGrant(address node,bytes32 sessionId,uint64 startsAt,uint64 endsAt)");

    /// @inheritdoc ISessionGrants
    uint64 public constant CLOCK_TOLERANCE = 60 seconds;

    /// @inheritdoc ISessionGrants
    uint64 public immutable SESSION_LIMIT;

    constructor(uint64 sessionLimit) EIP712("Passerby", "1") {
        SESSION_LIMIT = sessionLimit;
    }

    /// @inheritdoc ISessionGrants
    function checkGrant(SessionGrant calldata grant, bytes calldata signature) external view {
        if (grant.endsAt <= grant.startsAt) revert EmptyGrant();
        uint64 length = grant.endsAt - grant.startsAt;
        if (length > SESSION_LIMIT) revert GrantTooLong(length, SESSION_LIMIT);
        // forge-lint: disable-next-line(block-timestamp)
        if (block.timestamp + CLOCK_TOLERANCE < grant.startsAt) revert GrantNotStarted(grant.startsAt);
        // forge-lint: disable-next-line(block-timestamp)
        if (block.timestamp >= grant.endsAt) revert GrantExpired(grant.endsAt);
        checkSignature(grant, signature);
    }

    /// @inheritdoc ISessionGrants
    function checkSignature(SessionGrant calldata grant, bytes calldata signature) public view {
        if (!SignatureChecker.isValidSignatureNowCalldata(grant.node, grantDigest(grant), signature)) {
            revert NotSignedByNode(grant.node);
        }
    }

    /// @inheritdoc ISessionGrants
    function grantDigest(SessionGrant calldata grant) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_TYPE, grant.node, grant.sessionId, grant.startsAt, grant.endsAt)));
    }
}
