// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Entitlements} from "../src/Entitlements.sol";
import {IEntitlements} from "../src/IEntitlements.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {TierPass} from "../src/TierPass.sol";
import {Deployments} from "./support/Deployments.sol";

contract EntitlementsTest is Deployments {
    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");
    address private immutable CLEO = makeAddr("cleo");

    SessionStaking private staking;
    Entitlements private entitlements;

    function setUp() public {
        vm.warp(START);
        TierPass pass = _deployPass();
        staking = _deployStaking();
        entitlements = new Entitlements(pass, staking);
        assertEq(address(entitlements.TIER_PASS()), address(pass));
        assertEq(address(entitlements.SESSION_STAKING()), address(staking));
        vm.startPrank(OPERATOR);
        pass.addTier("Bronze", 0, 10, 3);
        pass.addTier("Large", 0, 10, 16);
        vm.stopPrank();
        vm.startPrank(ADA);
        pass.mint(0);
        pass.mint(0);
        pass.mint(1);
        vm.stopPrank();
        vm.deal(BEN, MINIMUM);
        vm.prank(BEN);
        staking.stake{value: MINIMUM}();
    }

    function test_OneCallTellsWhatAWalletMayDo() public view {
        IEntitlements.Entitlement memory ada = entitlements.entitlementOf(ADA);
        assertFalse(ada.staked);
        assertEq(ada.countsFrom, 0);
        assertEq(ada.passes, 3);
        assertEq(ada.features, 19);
    }

    function test_OneCallTellsOfManyWallets() public {
        address[] memory wallets = new address[](3);
        (wallets[0], wallets[1], wallets[2]) = (BEN, CLEO, ADA);
        IEntitlements.Entitlement[] memory all = entitlements.entitlementsOf(wallets);
        assertFalse(all[0].staked, "still warming up");
        assertEq(all[0].countsFrom, START + WARM_UP);
        assertEq(all[1].passes + all[1].features + all[1].countsFrom, 0);
        assertEq(all[2].passes, 3);
        skip(WARM_UP);
        assertTrue(entitlements.entitlementsOf(wallets)[0].staked);
    }

    function test_AStakeThatIsTooSmallHasNoTimeToCountFrom() public {
        vm.prank(OPERATOR);
        staking.announceMinimum(2 * MINIMUM);
        skip(NOTICE);
        assertEq(entitlements.entitlementOf(BEN).countsFrom, 0);
        assertFalse(entitlements.entitlementOf(BEN).staked);
    }
}
