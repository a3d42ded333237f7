// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";

/// @notice Calls back into the staking contract with a call of choice while it is being paid.
contract ReentrantStaker {
    ISessionStaking private immutable STAKING;
    bytes public attack;
    uint256 public attackValue;
    bool public attackSucceeded;
    bytes public attackResult;

    constructor(ISessionStaking staking) payable {
        STAKING = staking;
    }

    function stake(uint256 amount) external {
        STAKING.stake{value: amount}();
    }

    function requestUnstake(uint256 amount) external {
        STAKING.requestUnstake(amount);
    }

    function withdrawAnd(bytes calldata attack_, uint256 value) external {
        attack = attack_;
        attackValue = value;
        STAKING.withdraw();
    }

    receive() external payable {
        (attackSucceeded, attackResult) = address(STAKING).call{value: attackValue}(attack);
    }
}
