// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionGrants} from "../src/ISessionGrants.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {Deployments} from "./support/Deployments.sol";
import {SigningNode} from "./support/SigningNode.sol";
import {Vm} from "forge-std/Vm.sol";

contract SessionGrantsTest is Deployments {
    /// @dev Order of the secp256k1 group.
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    SessionStaking private grants;
    Vm.Wallet private node;

    function setUp() public {
        vm.warp(START);
        grants = _deployStaking();
        node = vm.createWallet("node");
    }

    function test_ARunningGrantOfANodePasses() public view {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        grants.checkGrant(grant, _signed(grant));
    }

    function testFuzz_AGrantHoldsFromItsStartToItsEndAndNoLonger(uint64 now_, uint64 length) public {
        length = uint64(bound(length, 1, LIMIT));
        now_ = uint64(bound(now_, START - 1 hours, START + 1 hours));
        ISessionGrants.SessionGrant memory grant = _grant(START, START + length);
        bytes memory signature = _signed(grant);
        vm.warp(now_);
        if (now_ + grants.CLOCK_TOLERANCE() < START) {
            vm.expectRevert(abi.encodeWithSelector(ISessionGrants.GrantNotStarted.selector, START));
        } else if (now_ >= START + length) {
            vm.expectRevert(abi.encodeWithSelector(ISessionGrants.GrantExpired.selector, START + length));
        }
        grants.checkGrant(grant, signature);
    }

    function test_AGrantHoldsFromAToleranceBeforeItsStartUpToItsLastSecond() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        bytes memory signature = _signed(grant);
        vm.warp(START - grants.CLOCK_TOLERANCE());
        grants.checkGrant(grant, signature);
        vm.warp(block.timestamp - 1);
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.GrantNotStarted.selector, START));
        grants.checkGrant(grant, signature);
        vm.warp(START + LIMIT - 1);
        grants.checkGrant(grant, signature);
        vm.warp(START + LIMIT);
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.GrantExpired.selector, START + LIMIT));
        grants.checkGrant(grant, signature);
    }

    function testFuzz_NoGrantIsLongerThanTheLimit(uint64 length) public {
        length = uint64(bound(length, LIMIT + 1, type(uint64).max - START));
        ISessionGrants.SessionGrant memory grant = _grant(START, START + length);
        bytes memory signature = _signed(grant);
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.GrantTooLong.selector, length, LIMIT));
        grants.checkGrant(grant, signature);
    }

    function test_AnOverLongGrantIsProvableWhenItIsLongOver() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT + 1);
        bytes memory signature = _signed(grant);
        skip(365 days);
        grants.checkSignature(grant, signature);
        assertGt(grant.endsAt - grant.startsAt, grants.SESSION_LIMIT());
    }

    function testFuzz_AGrantEndsAfterItStarts(uint64 startsAt, uint64 endsAt) public {
        vm.assume(endsAt <= startsAt);
        ISessionGrants.SessionGrant memory grant = _grant(startsAt, endsAt);
        bytes memory signature = _signed(grant);
        vm.expectRevert(ISessionGrants.EmptyGrant.selector);
        grants.checkGrant(grant, signature);
    }

    function test_NobodyElseSignsForANode() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(vm.createWallet("another"), grants.grantDigest(grant));
        _expectNotSigned();
        grants.checkGrant(grant, abi.encodePacked(r, s, v));
    }

    function test_ASignatureFitsNoOtherGrant() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + 10);
        bytes memory signature = _signed(grant);
        grant.endsAt = START + LIMIT;
        _expectNotSigned();
        grants.checkGrant(grant, signature);
        grant.endsAt = START + 10;
        grant.sessionId = "another";
        _expectNotSigned();
        grants.checkGrant(grant, signature);
    }

    function test_ASignatureFitsNoOtherContractAndNoOtherChain() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        bytes memory signature = _signed(grant);
        SessionStaking another = _deployStaking();
        _expectNotSigned();
        another.checkGrant(grant, signature);
        vm.chainId(999);
        _expectNotSigned();
        grants.checkGrant(grant, signature);
    }

    function test_NobodySignsForNobody() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        grant.node = address(0);
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.NotSignedByNode.selector, address(0)));
        grants.checkGrant(grant, new bytes(65));
    }

    function test_AMangledSignatureIsNone() public {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(node, grants.grantDigest(grant));
        bytes[4] memory mangled = [
            bytes(""),
            abi.encodePacked(r, s),
            abi.encodePacked(r, s, v, v),
            // The other solution of the same signature.
            abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27))
        ];
        for (uint256 i = 0; i < mangled.length; ++i) {
            _expectNotSigned();
            grants.checkGrant(grant, mangled[i]);
        }
    }

    function test_ANodeMayBeAContract() public {
        SigningNode contractNode = new SigningNode(node.addr);
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        grant.node = address(contractNode);
        bytes memory signature = _signed(grant);
        grants.checkGrant(grant, signature);
        contractNode.dismiss();
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.NotSignedByNode.selector, address(contractNode)));
        grants.checkGrant(grant, signature);
    }

    function test_TheDigestIsThatOfEip712() public view {
        ISessionGrants.SessionGrant memory grant = _grant(START, START + LIMIT);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Passerby"),
                keccak256("1"),
                block.chainid,
                address(grants)
            )
        );
        bytes32 message = keccak256(
            abi.encode(keccak256("SessionGrant(address node,bytes32 sessionId,uint64 startsAt,uint64 endsAt)"), grant)
        );
        assertEq(grants.grantDigest(grant), keccak256(abi.encodePacked(hex"1901", domain, message)));
    }

    function _grant(uint64 startsAt, uint64 endsAt) private view returns (ISessionGrants.SessionGrant memory) {
        return ISessionGrants.SessionGrant({
            node: node.addr, sessionId: keccak256("session"), startsAt: startsAt, endsAt: endsAt
        });
    }

    function _signed(ISessionGrants.SessionGrant memory grant) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(node.privateKey, grants.grantDigest(grant));
        return abi.encodePacked(r, s, v);
    }

    function _expectNotSigned() private {
        vm.expectRevert(abi.encodeWithSelector(ISessionGrants.NotSignedByNode.selector, node.addr));
    }
}
