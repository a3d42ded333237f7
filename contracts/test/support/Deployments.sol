// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "../../src/Governed.sol";
import {ISessionStaking} from "../../src/ISessionStaking.sol";
import {SessionStaking} from "../../src/SessionStaking.sol";
import {TierPass} from "../../src/TierPass.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Both contracts in a production configuration: every role is somebody else's, and nobody's is the deployer's.
abstract contract Deployments is Test {
    uint64 internal constant START = 1_800_000_000;
    uint64 internal constant NOTICE = 7 days;
    uint48 internal constant ADMIN_DELAY = 3 days;
    uint96 internal constant ROYALTY = 500;
    uint96 internal constant MINIMUM = 0.1 ether;
    uint64 internal constant WARM_UP = 1 hours;
    uint64 internal constant COOLDOWN = 1 days;
    uint64 internal constant LIMIT = 300;

    address internal immutable ADMIN = makeAddr("admin");
    address internal immutable OPERATOR = makeAddr("operator");
    address internal immutable PAUSER = makeAddr("pauser");
    address internal immutable TREASURY = makeAddr("treasury");

    function _governance() internal view returns (Governed.Governance memory) {
        return Governed.Governance({admin: ADMIN, adminDelay: ADMIN_DELAY, operator: OPERATOR, pauser: PAUSER});
    }

    function _terms() internal pure returns (ISessionStaking.Terms memory) {
        return ISessionStaking.Terms({
            minimumStake: MINIMUM, warmUp: WARM_UP, cooldown: COOLDOWN, sessionLimit: LIMIT, notice: NOTICE
        });
    }

    function _deployPass() internal returns (TierPass) {
        return new TierPass(_governance(), TREASURY, ROYALTY, NOTICE);
    }

    function _deployStaking() internal returns (SessionStaking) {
        return new SessionStaking(_governance(), _terms());
    }

    /// @dev What a block reward or a self-destructing contract does: no code of the receiver runs.
    function _force(address to, uint256 amount) internal {
        vm.deal(to, to.balance + amount);
    }
}
