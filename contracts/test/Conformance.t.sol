// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionGrants} from "../src/ISessionGrants.sol";
import {ISessionStaking} from "../src/ISessionStaking.sol";
import {ITierPass} from "../src/ITierPass.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {TierPass} from "../src/TierPass.sol";
import {Deployments} from "./support/Deployments.sol";
import {AnswersWrongly, Deaf, Receiver, RefusesWithReason} from "./support/TransferReceivers.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @notice What ERC-165 and ERC-721 ask for, by the numbers and sentences of the standards.
contract ConformanceTest is Deployments {
    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    TierPass private pass;
    SessionStaking private staking;
    uint256 private tokenId;

    function setUp() public {
        pass = _deployPass();
        staking = _deployStaking();
        vm.prank(OPERATOR);
        pass.addTier("Bronze", 0, 100, 3);
        vm.prank(ADA);
        tokenId = pass.mint(0);
    }

    // --- ERC-165 ---

    function test_ThePassNamesEveryInterfaceThatItHas() public view {
        bytes4[9] memory ids = [
            bytes4(0x01ffc9a7), // ERC-165
            bytes4(0x80ac58cd), // ERC-721
            bytes4(0x5b5e139f), // ERC-721 metadata
            bytes4(0x2a55205a), // ERC-2981
            bytes4(0x49064906), // ERC-4906
            bytes4(0x7965db0b), // IAccessControl
            bytes4(0x31498786), // IAccessControlDefaultAdminRules
            bytes4(0x8da5cb5b), // ERC-5313
            type(ITierPass).interfaceId
        ];
        for (uint256 i = 0; i < ids.length; ++i) {
            assertTrue(_supports(pass, ids[i]), vm.toString(ids[i]));
        }
    }

    function test_TheStakingContractNamesEveryInterfaceThatItHas() public view {
        bytes4[7] memory ids = [
            bytes4(0x01ffc9a7), // ERC-165
            bytes4(0x7965db0b), // IAccessControl
            bytes4(0x31498786), // IAccessControlDefaultAdminRules
            bytes4(0x8da5cb5b), // ERC-5313
            bytes4(0x84b0196e), // ERC-5267
            type(ISessionStaking).interfaceId,
            type(ISessionGrants).interfaceId
        ];
        for (uint256 i = 0; i < ids.length; ++i) {
            assertTrue(_supports(staking, ids[i]), vm.toString(ids[i]));
        }
    }

    function test_NoInterfaceIsNamedThatIsNotThere() public view {
        bytes4[5] memory ids = [
            bytes4(0xffffffff), // never, says ERC-165
            bytes4(0x00000000),
            bytes4(0x780e9d63), // ERC-721 enumerable
            bytes4(0xd9b67a26), // ERC-1155
            bytes4(0x150b7a02) // ERC-721 receiver
        ];
        for (uint256 i = 0; i < ids.length; ++i) {
            assertFalse(_supports(pass, ids[i]), vm.toString(ids[i]));
            assertFalse(_supports(staking, ids[i]), vm.toString(ids[i]));
        }
    }

    // --- ERC-721: receivers ---

    function test_ASafeTransferAsksTheReceiverAndSaysEverything() public {
        Receiver receiver = new Receiver();
        vm.prank(ADA);
        pass.setApprovalForAll(BEN, true);
        vm.prank(BEN);
        pass.safeTransferFrom(ADA, address(receiver), tokenId, "hello");
        assertEq(receiver.operator(), BEN);
        assertEq(receiver.from(), ADA);
        assertEq(receiver.tokenId(), tokenId);
        assertEq(receiver.data(), "hello");
        assertEq(receiver.featuresWhenAsked(), 3, "the books are closed before the receiver is asked");
    }

    function test_AMintAsksTheReceiver() public {
        Receiver receiver = new Receiver();
        vm.prank(address(receiver));
        uint256 minted = pass.mint(0);
        assertEq(receiver.operator(), address(receiver));
        assertEq(receiver.from(), address(0));
        assertEq(receiver.tokenId(), minted);
        assertEq(receiver.data(), "");
    }

    function test_ASafeTransferToWhoDoesNotAnswerRightIsRefused() public {
        address[2] memory wrong = [address(new AnswersWrongly()), address(new Deaf())];
        for (uint256 i = 0; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, wrong[i]));
            vm.prank(ADA);
            pass.safeTransferFrom(ADA, wrong[i], tokenId);
        }
        address refusing = address(new RefusesWithReason());
        vm.expectRevert("not today");
        vm.prank(ADA);
        pass.safeTransferFrom(ADA, refusing, tokenId);
        assertEq(pass.ownerOf(tokenId), ADA);
        assertEq(pass.featuresOf(refusing), 0);
    }

    function test_AnUnsafeTransferAsksNobody() public {
        address deaf = address(new Deaf());
        vm.prank(ADA);
        pass.transferFrom(ADA, deaf, tokenId);
        assertEq(pass.ownerOf(tokenId), deaf);
    }

    // --- ERC-721: owners and approvals ---

    function test_OnlyTheOwnerAndWhomItApprovedTransfers() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, BEN, tokenId));
        vm.prank(BEN);
        pass.transferFrom(ADA, BEN, tokenId);
        vm.prank(ADA);
        pass.approve(BEN, tokenId);
        assertEq(pass.getApproved(tokenId), BEN);
        vm.expectEmit(address(pass));
        emit IERC721.Transfer(ADA, BEN, tokenId);
        vm.prank(BEN);
        pass.transferFrom(ADA, BEN, tokenId);
        assertEq(pass.getApproved(tokenId), address(0), "an approval ends with the transfer");
    }

    function test_ATransferNamesTheOwnerAndReachesSomebody() public {
        vm.startPrank(ADA);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721IncorrectOwner.selector, BEN, tokenId, ADA));
        pass.transferFrom(BEN, ADA, tokenId);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        pass.transferFrom(ADA, address(0), tokenId);
        vm.stopPrank();
    }

    function test_NobodyOwnsAndNobodyHoldsWhatIsNotThere() public {
        bytes memory nonexistent = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99);
        vm.expectRevert(nonexistent);
        pass.ownerOf(99);
        vm.expectRevert(nonexistent);
        pass.getApproved(99);
        vm.expectRevert(nonexistent);
        vm.prank(ADA);
        pass.transferFrom(ADA, BEN, 99);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidOwner.selector, address(0)));
        pass.balanceOf(address(0));
        assertEq(pass.passesHeld(ADA, 16), 0);
        assertEq(pass.passesHeld(ADA, type(uint256).max), 0);
    }

    /// @dev ERC-165 allows 30,000 gas.
    function _supports(IERC165 target, bytes4 id) private view returns (bool) {
        return target.supportsInterface{gas: 30_000}(id);
    }
}
