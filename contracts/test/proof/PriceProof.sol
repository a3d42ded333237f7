// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {shortfall} from "../../src/TierTerms.sol";

/// @notice One pass and the prices of the tiers it goes through. For the solver, not for a chain.
contract PriceProof {
    uint256 private paid;

    function buyOrUpgrade(uint88 price, uint256 sent) external {
        require(paid <= type(uint88).max);
        require(sent == shortfall(price, paid));
        uint256 before = paid;
        paid += sent;
        // However a pass came into a tier, no less was paid for it than the tier costs, and never more than asked.
        assert(paid >= price);
        assert(paid == price || (sent == 0 && paid == before));
        // It fits the 88 bits that the pass has for it.
        assert(paid <= type(uint88).max);
    }
}
