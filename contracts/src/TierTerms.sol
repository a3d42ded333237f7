// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Price and cap of one tier, now and as announced
/// @dev All that a sale reads and writes is the first word; the second is read only once an announcement holds.
struct TierTerms {
    uint88 price;
    uint16 supplyCap;
    uint16 minted;
    bool closed;
    // In Unix seconds; 0 without an announcement.
    uint64 effectiveAt;
    // ---
    uint88 nextPrice;
    uint16 nextSupplyCap;
    // ---
    string name;
}

using {announce, settle, current, due, announced} for TierTerms global;

/// @dev Leaves the terms as they hold now, and has others hold from a time on.
function announce(TierTerms storage terms, uint88 price, uint16 supplyCap, uint64 effectiveAt) {
    terms.settle();
    terms.nextPrice = price;
    terms.nextSupplyCap = supplyCap;
    terms.effectiveAt = effectiveAt;
}

/// @dev Writes down an announcement that holds by now.
function settle(TierTerms storage terms) {
    if (!_holds(terms.effectiveAt)) return;
    (terms.price, terms.supplyCap) = terms.current();
    terms.effectiveAt = 0;
}

/// @dev The terms that hold now. A cap never falls below what is minted.
function current(TierTerms storage terms) view returns (uint88 price, uint16 supplyCap) {
    if (!_holds(terms.effectiveAt)) return (terms.price, terms.supplyCap);
    uint16 minted = terms.minted;
    uint16 cap = terms.nextSupplyCap;
    return (terms.nextPrice, cap < minted ? minted : cap);
}

/// @dev What a place costs somebody who has paid `paid` already; never less than nothing.
function due(TierTerms storage terms, uint256 paid) view returns (uint256) {
    (uint256 price,) = terms.current();
    return shortfall(price, paid);
}

/// @dev What is missing to a price, in wei.
function shortfall(uint256 price, uint256 paid) pure returns (uint256) {
    return price > paid ? price - paid : 0;
}

/// @dev The announcement that does not hold yet; all 0 if there is none.
function announced(TierTerms storage terms) view returns (uint88 price, uint16 supplyCap, uint64 effectiveAt) {
    if (terms.effectiveAt == 0 || _holds(terms.effectiveAt)) return (0, 0, 0);
    return (terms.nextPrice, terms.nextSupplyCap, terms.effectiveAt);
}

/// @dev A notice of days does not mind the seconds by which a validator may shift the clock.
function _holds(uint64 effectiveAt) view returns (bool) {
    // forge-lint: disable-next-line(block-timestamp)
    return effectiveAt != 0 && block.timestamp >= effectiveAt;
}
