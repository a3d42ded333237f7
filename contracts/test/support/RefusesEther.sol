// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ISessionStaking} from "../../src/ISessionStaking.sol";

/// @notice A staker that takes no ether until it is told to.
contract RefusesEther {
    bool public accepting;

    function accept() external {
        accepting = true;
    }

    function stake(ISessionStaking staking) external payable {
        staking.stake{value: msg.value}();
    }

    function requestUnstake(ISessionStaking staking, uint256 amount) external {
        staking.requestUnstake(amount);
    }

    function withdraw(ISessionStaking staking) external {
        staking.withdraw();
    }

    receive() external payable {
        require(accepting, "refused");
    }
}
