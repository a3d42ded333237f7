// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title What a node signs for every encounter, and how anybody checks it
/// @notice A grant says "this session, from then to then, by this node". It names no wallet, and a session's id must not
/// be made from one, so that a grant tells nobody who met whom. Both pages check the grant they are shown and count
/// down to its end. A grant that is longer than `SESSION_LIMIT` and whose signature is good proves, to anybody and for
/// ever, that its node broke the rule.
/// @dev Part of the staking contract, because `SESSION_LIMIT` is one of its terms: a second contract would hold a copy
/// of the limit, or a third address that a node and a page must be configured with. Nothing here writes, and nothing
/// here reads a stake.
interface ISessionGrants {
    /// @notice EIP-712 type of a grant.
    /// @param node Signs: a key's address, or a contract that answers ERC-1271
    /// @param sessionId Random, and used once
    /// @param startsAt First second of the session, in Unix seconds
    /// @param endsAt The second after its last, in Unix seconds
    struct SessionGrant {
        address node;
        bytes32 sessionId;
        uint64 startsAt;
        uint64 endsAt;
    }

    /// @notice The session would end before it starts, or as it starts.
    error EmptyGrant();

    /// @notice The session would be longer than any may be, in seconds.
    error GrantTooLong(uint64 length, uint64 limit);

    /// @notice The session starts in the future.
    error GrantNotStarted(uint64 startsAt);

    /// @notice The session is over.
    error GrantExpired(uint64 endsAt);

    /// @notice The node did not sign this grant.
    error NotSignedByNode(address node);

    /// @notice Reverts, and says why, unless the grant is signed by its node, no longer than `SESSION_LIMIT`, and running.
    /// @dev The chain's clock is the latest block's time, up to `CLOCK_TOLERANCE` behind: that much early a grant passes.
    /// @param signature 65 or 64 bytes of ECDSA, or what the node's contract asks for
    function checkGrant(SessionGrant calldata grant, bytes calldata signature) external view;

    /// @notice Reverts, and says why, unless the grant is signed by its node. Whether its length is lawful is a question
    /// for whoever asks: this is what makes an over-long session provable when it is long over.
    function checkSignature(SessionGrant calldata grant, bytes calldata signature) external view;

    /// @notice EIP-712 digest that a node signs, in the domain `Passerby`, version `1`, of this chain and contract.
    function grantDigest(SessionGrant calldata grant) external view returns (bytes32);

    /// @notice Length of every session, in seconds.
    function SESSION_LIMIT() external view returns (uint64);

    /// @notice How far behind the chain's clock may be, in seconds.
    function CLOCK_TOLERANCE() external view returns (uint64);
}
