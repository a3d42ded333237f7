// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Sixteen numbers of 16 bits in one word: one lane a tier, so that one storage read tells them all
/// @dev No function checks a lane for overflow: TierPass keeps every count within a tier's cap, which has 16 bits too.
type Lanes is uint256;

using {at, plusOne, minusOne, withLane, sum, unionWhere} for Lanes global;

/// @dev How many lanes there are.
uint256 constant LANES = 16;

uint256 constant LANE_BITS = 16;
uint256 constant LANE_MASK = type(uint16).max;

/// @dev One lane's number; 0 for a lane that is not there.
function at(Lanes lanes, uint256 lane) pure returns (uint256) {
    return lane < LANES ? (Lanes.unwrap(lanes) >> (lane * LANE_BITS)) & LANE_MASK : 0;
}

/// @dev The same lanes with one of them counted up.
function plusOne(Lanes lanes, uint256 lane) pure returns (Lanes) {
    return Lanes.wrap(Lanes.unwrap(lanes) + _one(lane));
}

/// @dev The same lanes with one of them counted down.
function minusOne(Lanes lanes, uint256 lane) pure returns (Lanes) {
    return Lanes.wrap(Lanes.unwrap(lanes) - _one(lane));
}

/// @dev The same lanes with a number in one that was 0.
function withLane(Lanes lanes, uint256 lane, uint16 number) pure returns (Lanes) {
    return Lanes.wrap(Lanes.unwrap(lanes) | (uint256(number) << (lane * LANE_BITS)));
}

function _one(uint256 lane) pure returns (uint256) {
    return uint256(1) << (lane * LANE_BITS);
}

/// @dev All lanes added up.
function sum(Lanes lanes) pure returns (uint256 total) {
    for (uint256 rest = Lanes.unwrap(lanes); rest != 0; rest >>= LANE_BITS) {
        total += rest & LANE_MASK;
    }
}

/// @dev Bitwise union of the lanes for which `counts` is not 0.
function unionWhere(Lanes lanes, Lanes counts) pure returns (uint256 union) {
    uint256 values = Lanes.unwrap(lanes);
    for (uint256 rest = Lanes.unwrap(counts); rest != 0; rest >>= LANE_BITS) {
        if (rest & LANE_MASK != 0) union |= values & LANE_MASK;
        values >>= LANE_BITS;
    }
}
