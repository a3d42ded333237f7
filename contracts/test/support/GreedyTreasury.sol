// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";

/// @notice A treasury that pulls the income once more while it is being paid.
contract GreedyTreasury {
    ITierPass private immutable PASS;
    uint256 public pulls;

    constructor(ITierPass pass) {
        PASS = pass;
    }

    function pull() public {
        ++pulls;
        PASS.withdrawIncome(payable(address(this)));
    }

    receive() external payable {
        if (pulls == 1) pull();
    }
}
