// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "../src/Governed.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {TierPass} from "../src/TierPass.sol";
import {Deployments} from "./support/Deployments.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";

contract GovernedTest is Deployments {
    address private immutable ADA = makeAddr("ada");

    TierPass private pass;
    SessionStaking private staking;

    function setUp() public {
        vm.warp(START);
        pass = _deployPass();
        staking = _deployStaking();
    }

    function test_TheDeployerKeepsNothing() public view {
        bytes32[4] memory roles =
            [pass.DEFAULT_ADMIN_ROLE(), pass.OPERATOR_ROLE(), pass.PAUSER_ROLE(), pass.TREASURY_ROLE()];
        for (uint256 i = 0; i < roles.length; ++i) {
            assertFalse(pass.hasRole(roles[i], address(this)));
            assertFalse(staking.hasRole(roles[i], address(this)));
        }
        assertEq(pass.owner(), ADMIN);
        assertEq(staking.owner(), ADMIN);
    }

    function test_NobodyWithoutTheRoleMayDoWhatNeedsIt() public {
        bytes32 operator = pass.OPERATOR_ROLE();
        bytes32 pauser = pass.PAUSER_ROLE();
        bytes32 treasury = pass.TREASURY_ROLE();
        _refused(address(pass), ADMIN, operator, abi.encodeCall(pass.addTier, ("Gold", 1, 1, 1)));
        _refused(address(pass), ADA, operator, abi.encodeCall(pass.addTier, ("Gold", 1, 1, 1)));
        _refused(address(pass), PAUSER, operator, abi.encodeCall(pass.closeTier, (0)));
        _refused(address(pass), TREASURY, operator, abi.encodeCall(pass.announceTerms, (0, 1, 1)));
        _refused(address(pass), OPERATOR, pauser, abi.encodeCall(pass.pause, ()));
        _refused(address(pass), ADA, pauser, abi.encodeCall(pass.unpause, ()));
        _refused(address(pass), OPERATOR, treasury, abi.encodeCall(pass.withdrawIncome, (payable(OPERATOR))));
        _refused(address(pass), ADMIN, treasury, abi.encodeCall(pass.setRoyalty, (ADMIN, 1)));
        _refused(address(staking), PAUSER, operator, abi.encodeCall(staking.announceMinimum, (1)));
        _refused(address(staking), OPERATOR, pauser, abi.encodeCall(staking.pause, ()));
        _refused(address(staking), ADA, pauser, abi.encodeCall(staking.unpause, ()));
    }

    function test_TheAdminsRoleMovesOnInTwoStepsWithADelayBetween() public {
        vm.prank(ADMIN);
        pass.beginDefaultAdminTransfer(ADA);
        skip(ADMIN_DELAY);
        vm.startPrank(ADA);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControlDefaultAdminRules.AccessControlEnforcedDefaultAdminDelay.selector, START + ADMIN_DELAY
            )
        );
        pass.acceptDefaultAdminTransfer();
        skip(1);
        pass.acceptDefaultAdminTransfer();
        vm.stopPrank();
        assertEq(pass.defaultAdmin(), ADA);
    }

    function test_TheAdminAppointsAndDismisses() public {
        bytes32 role = staking.OPERATOR_ROLE();
        vm.startPrank(ADMIN);
        staking.grantRole(role, ADA);
        staking.revokeRole(role, OPERATOR);
        vm.stopPrank();
        vm.prank(ADA);
        staking.announceMinimum(1);
        _refused(address(staking), OPERATOR, role, abi.encodeCall(staking.announceMinimum, (1)));
    }

    function test_ANoticeOutOfBoundsCannotBeDeployed() public {
        vm.expectRevert(Governed.InvalidNotice.selector);
        new TierPass(_governance(), TREASURY, ROYALTY, 1 days - 1);
        vm.expectRevert(Governed.InvalidNotice.selector);
        new TierPass(_governance(), TREASURY, ROYALTY, 90 days + 1);
        assertEq(new TierPass(_governance(), TREASURY, ROYALTY, 1 days).NOTICE(), 1 days);
        assertEq(new TierPass(_governance(), TREASURY, ROYALTY, 90 days).NOTICE(), 90 days);
    }

    function _refused(address target, address caller, bytes32 role, bytes memory call) private {
        vm.prank(caller);
        (bool done, bytes memory reason) = target.call(call);
        assertFalse(done);
        bytes4 selector = IAccessControl.AccessControlUnauthorizedAccount.selector;
        assertEq(reason, abi.encodeWithSelector(selector, caller, role));
    }
}
