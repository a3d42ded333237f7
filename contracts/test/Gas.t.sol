// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Entitlements} from "../src/Entitlements.sol";
import {SessionStaking} from "../src/SessionStaking.sol";
import {TierPass} from "../src/TierPass.sol";
import {PlainPass, PlainStaking} from "./support/Baselines.sol";
import {Deployments} from "./support/Deployments.sol";

/// @notice What people pay, as whole transactions: each call is one of its own, with its 21,000, cold storage and refund.
/// The figures are compared with `contracts/snapshots`; `npm run contracts:gas` measures them anew.
/// forge-config: default.isolate = true
/// forge-config: ci.isolate = true
/// forge-config: nightly.isolate = true
contract GasTest is Deployments {
    address private immutable ADA = makeAddr("ada");
    address private immutable BEN = makeAddr("ben");

    TierPass private pass;
    PlainPass private plainPass;
    SessionStaking private staking;
    PlainStaking private plainStaking;

    function setUp() public {
        vm.warp(START);
        pass = _deployPass();
        plainPass = new PlainPass();
        staking = _deployStaking();
        plainStaking = new PlainStaking();
        vm.startPrank(OPERATOR);
        pass.addTier("Bronze", 0.01 ether, 10_000, 3);
        pass.addTier("Silver", 0.05 ether, 2_000, 15);
        vm.stopPrank();
        vm.deal(ADA, 10 ether);
        vm.deal(BEN, 10 ether);
        // Somebody came before, so that counters and books are not at their first.
        address first = makeAddr("first");
        vm.deal(first, 10 ether);
        vm.startPrank(first);
        pass.mint{value: 0.05 ether}(1);
        plainPass.mint{value: 0.05 ether}();
        vm.stopPrank();
    }

    function test_GasOfPasses() public {
        vm.startPrank(ADA);
        plainPass.mint{value: 0.05 ether}();
        vm.snapshotGasLastCall("mint, plain ERC-721");
        pass.mint{value: 0.05 ether}(1);
        vm.snapshotGasLastCall("mint");
        plainPass.transferFrom(ADA, BEN, 2);
        vm.snapshotGasLastCall("transfer, plain ERC-721");
        pass.transferFrom(ADA, BEN, 2);
        vm.snapshotGasLastCall("transfer");
        pass.mint{value: 0.01 ether}(0);
        pass.upgrade{value: 0.04 ether}(3, 1);
        vm.snapshotGasLastCall("upgrade");
        vm.stopPrank();
    }

    function test_GasOfStakes() public {
        vm.startPrank(ADA);
        plainStaking.stake{value: MINIMUM}();
        vm.snapshotGasLastCall("first stake, minimal staking");
        staking.stake{value: MINIMUM}();
        vm.snapshotGasLastCall("first stake");
        staking.requestUnstake(MINIMUM);
        vm.snapshotGasLastCall("request to unstake");
        plainStaking.withdraw();
        vm.snapshotGasLastCall("withdraw, minimal staking");
        skip(COOLDOWN);
        staking.withdraw();
        vm.snapshotGasLastCall("withdraw");
        vm.stopPrank();
    }

    function test_GasOfReading() public {
        Entitlements entitlements = new Entitlements(pass, staking);
        vm.prank(ADA);
        pass.mint{value: 0.05 ether}(1);
        pass.featuresOf(ADA);
        vm.snapshotGasLastCall("featuresOf (a call)");
        entitlements.entitlementOf(ADA);
        vm.snapshotGasLastCall("entitlementOf (a call)");
    }
}
