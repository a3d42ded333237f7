// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";

/// @notice Does in one call what somebody would do with ether lent for one transaction.
contract BorrowingStaker {
    ISessionStaking private immutable STAKING;
    bool public wasActive;
    bytes4 public refusal;

    constructor(ISessionStaking staking) payable {
        STAKING = staking;
    }

    function stakeAndTryToGiveBack() external {
        uint256 lent = address(this).balance;
        STAKING.stake{value: lent}();
        wasActive = STAKING.isActive(address(this));
        STAKING.requestUnstake(lent);
        try STAKING.withdraw() {}
        catch (bytes memory reason) {
            refusal = bytes4(reason);
        }
    }

    receive() external payable {}
}
