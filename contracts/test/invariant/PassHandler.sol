// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "../../src/ITierPass.sol";
import {TierPass} from "../../src/TierPass.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Test} from "forge-std/Test.sol";

/// @notice Does what the holders and every role may do, in any order, and keeps its own books of it.
contract PassHandler is Test {
    /// @dev Few tiers and small caps, so that some are sold out soon and checking every pass stays quick.
    uint256 private constant MOST_TIERS = 6;
    uint256 private constant LARGEST_CAP = 4;

    TierPass private immutable PASS;
    address private immutable OPERATOR;
    address private immutable PAUSER;
    address private immutable TREASURY;
    address[] private _holders;

    /// @notice Ghosts: passes minted in all, and those that entered each tier; token ids run from 1.
    uint256 public passes;
    mapping(uint256 tierId => uint256) public minted;

    /// @notice Ghosts: the tier that a pass is in, and who was sent it last.
    mapping(uint256 tokenId => uint256) public tierOfPass;
    mapping(uint256 tokenId => address) public holderOf;

    /// @notice Ghost: passes of one tier with one holder.
    mapping(address holder => mapping(uint256 tierId => uint256)) public held;

    /// @notice Ghosts: a tier's price and cap as they hold, and as announced with the time, in Unix seconds.
    mapping(uint256 tierId => uint256) public price;
    mapping(uint256 tierId => uint256) public cap;
    mapping(uint256 tierId => uint256) public nextPrice;
    mapping(uint256 tierId => uint256) public nextCap;
    mapping(uint256 tierId => uint256) public nextAt;

    /// @notice Ghosts: a tier's features when it was added, and whether it was closed.
    mapping(uint256 tierId => uint256) public features;
    mapping(uint256 tierId => bool) public closed;

    /// @notice Ghost: all that was paid for a pass, in wei.
    mapping(uint256 tokenId => uint256) public paid;

    /// @notice Ghosts: income, and what of it left, in wei.
    uint256 public income;
    uint256 public withdrawn;

    /// @notice Ghost: ether that came in without a call, in wei.
    uint256 public forced;

    constructor(TierPass pass, address operator, address pauser, address treasury) {
        PASS = pass;
        OPERATOR = operator;
        PAUSER = pauser;
        TREASURY = treasury;
        string[4] memory names = ["ada", "ben", "cleo", "dan"];
        for (uint256 i = 0; i < names.length; ++i) {
            _holders.push(makeAddr(names[i]));
        }
    }

    function holders() external view returns (address[] memory) {
        return _holders;
    }

    function addTier(uint88 price_, uint16 supplyCap, uint16 features_) external {
        if (PASS.tierCount() == MOST_TIERS) return;
        price_ = uint88(bound(price_, 0, 1 ether));
        supplyCap = uint16(bound(supplyCap, 1, LARGEST_CAP));
        features_ = uint16(bound(features_, 0, 31));
        vm.prank(OPERATOR);
        uint256 tierId = PASS.addTier("Tier", price_, supplyCap, features_);
        (price[tierId], cap[tierId], features[tierId]) = (price_, supplyCap, features_);
    }

    function closeTier(uint256 which) external {
        if (PASS.tierCount() == 0) return;
        uint256 tierId = which % PASS.tierCount();
        // Seldom enough that most tiers stay open.
        if (closed[tierId] || which % 7 != 0) return;
        vm.prank(OPERATOR);
        PASS.closeTier(tierId);
        closed[tierId] = true;
    }

    function announceTerms(uint256 which, uint88 price_, uint16 supplyCap) external {
        if (PASS.tierCount() == 0) return;
        uint256 tierId = which % PASS.tierCount();
        price_ = uint88(bound(price_, 0, 1 ether));
        supplyCap = uint16(bound(supplyCap, 1, LARGEST_CAP));
        _settle(tierId);
        vm.prank(OPERATOR);
        PASS.announceTerms(tierId, price_, supplyCap);
        (nextPrice[tierId], nextCap[tierId], nextAt[tierId]) = (price_, supplyCap, block.timestamp + PASS.NOTICE());
    }

    function mint(uint256 who, uint256 which) external {
        if (PASS.tierCount() == 0) return;
        uint256 tierId = which % PASS.tierCount();
        _settle(tierId);
        address holder = _holder(who);
        vm.deal(holder, price[tierId]);
        bool refused = _expectRefusal(tierId);
        vm.prank(holder);
        uint256 tokenId = PASS.mint{value: price[tierId]}(tierId);
        if (refused) return;
        ++passes;
        assertEq(tokenId, passes);
        holderOf[tokenId] = holder;
        _entered(tokenId, tierId, price[tierId]);
    }

    function upgrade(uint256 which, uint256 to) external {
        if (passes == 0) return;
        uint256 tokenId = 1 + which % passes;
        uint256 tierId = to % PASS.tierCount();
        uint256 from = tierOfPass[tokenId];
        address holder = holderOf[tokenId];
        _settle(tierId);
        uint256 due = price[tierId] > paid[tokenId] ? price[tierId] - paid[tokenId] : 0;
        assertEq(PASS.upgradePrice(tokenId, tierId), due);
        vm.deal(holder, due);
        bool more = features[from] != features[tierId] && features[from] & ~features[tierId] == 0;
        bool refused = true;
        if (more || PASS.paused()) refused = _expectRefusal(tierId);
        else vm.expectRevert(abi.encodeWithSelector(ITierPass.NotAnUpgrade.selector, from, tierId));
        vm.prank(holder);
        PASS.upgrade{value: due}(tokenId, tierId);
        if (refused) return;
        --held[holder][from];
        _entered(tokenId, tierId, due);
    }

    function pauseOrResume(uint256 seed) external {
        bool paused = PASS.paused();
        // Sales run most of the time.
        if (!paused && seed % 4 != 0) return;
        vm.prank(PAUSER);
        if (paused) PASS.unpause();
        else PASS.pause();
    }

    function wait(uint256 duration) external {
        skip(bound(duration, 1, PASS.NOTICE()));
        for (uint256 tierId = 0; tierId < PASS.tierCount(); ++tierId) {
            _settle(tierId);
        }
    }

    function force(uint256 amount) external {
        amount = bound(amount, 1, 1 ether);
        vm.deal(address(PASS), address(PASS).balance + amount);
        forced += amount;
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
        address payable vault = payable(makeAddr("vault"));
        uint256 before = vault.balance;
        vm.prank(TREASURY);
        PASS.withdrawIncome(vault);
        withdrawn += vault.balance - before;
    }

    function _entered(uint256 tokenId, uint256 tierId, uint256 sent) private {
        ++minted[tierId];
        income += sent;
        paid[tokenId] += sent;
        tierOfPass[tokenId] = tierId;
        ++held[holderOf[tokenId]][tierId];
    }

    /// @dev What keeps anybody out of a tier who pays what it costs.
    function _expectRefusal(uint256 tierId) private returns (bool) {
        if (PASS.paused()) {
            vm.expectRevert(Pausable.EnforcedPause.selector);
        } else if (closed[tierId]) {
            vm.expectRevert(abi.encodeWithSelector(ITierPass.TierIsClosed.selector, tierId));
        } else if (minted[tierId] == cap[tierId]) {
            vm.expectRevert(abi.encodeWithSelector(ITierPass.SoldOut.selector, tierId));
        } else {
            return false;
        }
        return true;
    }

    function _settle(uint256 tierId) private {
        if (nextAt[tierId] == 0 || block.timestamp < nextAt[tierId]) return;
        price[tierId] = nextPrice[tierId];
        cap[tierId] = nextCap[tierId] < minted[tierId] ? minted[tierId] : nextCap[tierId];
        nextAt[tierId] = 0;
    }

    function _holder(uint256 seed) private view returns (address) {
        return _holders[seed % _holders.length];
    }
}
