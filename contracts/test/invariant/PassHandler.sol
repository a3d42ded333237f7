// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {TierPass} from "../../src/TierPass.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Does what the operator and the holders may do, in any order, and keeps its own books of it.
contract PassHandler is Test {
    /// @dev Few tiers and small caps, so that some are sold out soon and checking every pass stays quick.
    uint256 private constant MOST_TIERS = 6;
    uint256 private constant LARGEST_CAP = 4;

    TierPass private immutable PASS;
    address private immutable OPERATOR;
    address[] private _holders;

    /// @notice Ghosts: passes minted, in all and of each tier; token ids run from 1.
    uint256 public passes;
    mapping(uint256 tierId => uint256) public minted;

    /// @notice Ghosts: the tier that a pass was minted in, and who was sent it last.
    mapping(uint256 tokenId => uint256) public tierOfPass;
    mapping(uint256 tokenId => address) public holderOf;

    /// @notice Ghost: passes of one tier with one holder.
    mapping(address holder => mapping(uint256 tierId => uint256)) public held;

    /// @notice Ghost: a tier's terms when it was added, without the count of passes minted.
    mapping(uint256 tierId => bytes32) public termsOf;

    /// @notice Ghosts: income, and what of it left, in wei.
    uint256 public income;
    uint256 public withdrawn;

    constructor(TierPass pass, address operator) {
        PASS = pass;
        OPERATOR = operator;
        string[4] memory names = ["ada", "ben", "cleo", "dan"];
        for (uint256 i = 0; i < names.length; ++i) {
            _holders.push(makeAddr(names[i]));
        }
    }

    function holders() external view returns (address[] memory) {
        return _holders;
    }

    function addTier(uint128 price, uint32 supplyCap, uint32 features) external {
        if (PASS.tierCount() == MOST_TIERS) return;
        price = uint128(bound(price, 0, 1 ether));
        supplyCap = uint32(bound(supplyCap, 1, LARGEST_CAP));
        features = uint32(bound(features, 0, 31));
        vm.prank(OPERATOR);
        uint256 tierId = PASS.addTier("Tier", price, supplyCap, features);
        termsOf[tierId] = keccak256(abi.encode("Tier", price, supplyCap, features));
    }

    function mint(uint256 who, uint256 which) external {
        if (PASS.tierCount() == 0) return;
        uint256 tierId = which % PASS.tierCount();
        ITierPass.Tier memory terms = PASS.tier(tierId);
        address holder = _holder(who);
        vm.deal(holder, terms.price);
        bool soldOut = minted[tierId] == terms.supplyCap;
        if (soldOut) vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, tierId));
        vm.prank(holder);
        uint256 tokenId = PASS.mint{value: terms.price}(tierId);
        if (soldOut) return;
        ++passes;
        ++minted[tierId];
        income += terms.price;
        assertEq(tokenId, passes);
        tierOfPass[tokenId] = tierId;
        holderOf[tokenId] = holder;
        ++held[holder][tierId];
    }

    function transfer(uint256 which, uint256 to) external {
        if (passes == 0) return;
        uint256 tokenId = 1 + which % passes;
        vm.prank(holderOf[tokenId]);
        PASS.transferFrom(holderOf[tokenId], _holder(to), tokenId);
        --held[holderOf[tokenId]][tierOfPass[tokenId]];
        ++held[_holder(to)][tierOfPass[tokenId]];
        holderOf[tokenId] = _holder(to);
    }

    function withdrawIncome() external {
        address payable treasury = payable(makeAddr("treasury"));
        uint256 before = treasury.balance;
        vm.prank(OPERATOR);
        PASS.withdrawIncome(treasury);
        withdrawn += treasury.balance - before;
    }

    function _holder(uint256 seed) private view returns (address) {
        return _holders[seed % _holders.length];
    }
}
