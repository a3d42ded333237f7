// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {Governed} from "./Governed.sol";
import {ITierPass} from "./ITierPass.sol";
import {LANES, Lanes} from "./Lanes.sol";
import {PassImage} from "./PassImage.sol";
import {TierTerms} from "./TierTerms.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC5313} from "@openzeppelin/contracts/interfaces/IERC5313.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @title Passes whose tier says what they unlock
/// @notice Nobody can take, freeze or devalue a pass that is held: a tier's features never change, and neither transfers
/// nor approvals can be paused. The operator adds and closes tiers and gives notice of prices and caps; the treasury
/// pulls the income; the pauser can stop sales.
/// @dev A pass and its owner's counts are one word each, kept here and not in OpenZeppelin's ERC721: `_ownerOf`,
/// `balanceOf` and `_update` are the points it offers for that, and everything else of ERC-721 is OpenZeppelin's.
contract TierPass is ITierPass, IERC4906, ERC721, ERC2981, Governed {
    /// @dev One word.
    /// @param tierId Its tier
    /// @param paid All that was ever paid for it, in wei
    struct Pass {
        address owner;
        uint8 tierId;
        uint88 paid;
    }

    /// @notice Pulls the income and says what a resale owes.
    bytes32 public constant TREASURY_ROLE = keccak256("TREASURY_ROLE");

    /// @notice Feature bit: saved contacts.
    uint16 public constant CONTACTS = 1;

    /// @notice Feature bit: recording.
    uint16 public constant RECORDING = 2;

    /// @notice Feature bit: streaming to social platforms.
    uint16 public constant STREAMING = 4;

    /// @notice Feature bit: several live inputs at once.
    uint16 public constant STUDIO_INPUTS = 8;

    /// @notice Feature bit: rooms of more than four people.
    uint16 public constant LARGE_ROOMS = 16;

    /// @notice Most tiers there may be, open and closed.
    uint256 public constant MAXIMUM_TIERS = LANES;

    /// @notice Highest royalty, in 1/10,000 of the sale price.
    uint96 public constant MAXIMUM_ROYALTY = 1_000;

    uint16 private constant _EVERY_FEATURE = CONTACTS | RECORDING | STREAMING | STUDIO_INPUTS | LARGE_ROOMS;

    // These two share a word with Pausable's flag, which every mint reads anyway.
    uint64 private _lastTokenId;
    uint8 private _tierCount;

    /// @dev By tier: what a pass of it unlocks.
    Lanes private _features;

    mapping(uint256 tierId => TierTerms) private _terms;
    mapping(uint256 tokenId => Pass) private _passes;

    /// @dev By owner and tier: how many passes.
    mapping(address owner => Lanes) private _held;

    /// @param governance Who holds which role
    /// @param treasury Pulls the income, and receives royalties
    /// @param royalty In 1/10,000 of a sale price; at most `MAXIMUM_ROYALTY`
    /// @param notice Time between an announcement and its effect, in seconds
    constructor(Governance memory governance, address treasury, uint96 royalty, uint64 notice)
        ERC721("Passerby Pass", "PASS")
        Governed(governance, notice)
    {
        _grantRole(TREASURY_ROLE, treasury);
        _setRoyalty(treasury, royalty);
    }

    /// @inheritdoc ITierPass
    function addTier(string calldata name, uint88 price, uint16 supplyCap, uint16 features)
        external
        onlyRole(OPERATOR_ROLE)
        returns (uint256 tierId)
    {
        tierId = _tierCount;
        if (tierId == MAXIMUM_TIERS) revert TooManyTiers();
        if (supplyCap == 0 || features & ~_EVERY_FEATURE != 0 || !_isPrintable(name)) revert InvalidTier();
        ++_tierCount;
        _features = _features.withLane(tierId, features);
        TierTerms storage terms = _terms[tierId];
        terms.price = price;
        terms.supplyCap = supplyCap;
        terms.name = name;
        emit TierAdded(tierId, name, price, supplyCap, features);
    }

    /// @inheritdoc ITierPass
    function closeTier(uint256 tierId) external onlyRole(OPERATOR_ROLE) {
        TierTerms storage terms = _existing(tierId);
        if (terms.closed) revert TierIsClosed(tierId);
        terms.closed = true;
        emit TierClosed(tierId);
    }

    /// @inheritdoc ITierPass
    function announceTerms(uint256 tierId, uint88 price, uint16 supplyCap) external onlyRole(OPERATOR_ROLE) {
        TierTerms storage terms = _existing(tierId);
        if (supplyCap == 0) revert InvalidTier();
        uint64 effectiveAt = uint64(block.timestamp) + NOTICE;
        terms.announce(price, supplyCap, effectiveAt);
        emit TermsAnnounced(tierId, price, supplyCap, effectiveAt);
    }

    /// @inheritdoc ITierPass
    function withdrawIncome(address payable to) external onlyRole(TREASURY_ROLE) {
        if (to == address(0)) revert WithdrawalFailed();
        uint256 amount = address(this).balance;
        emit IncomeWithdrawn(to, amount);
        (bool paid,) = to.call{value: amount}("");
        if (!paid) revert WithdrawalFailed();
    }

    /// @inheritdoc ITierPass
    function setRoyalty(address receiver, uint96 basisPoints) external onlyRole(TREASURY_ROLE) {
        _setRoyalty(receiver, basisPoints);
    }

    /// @inheritdoc ITierPass
    function mint(uint256 tierId) external payable whenNotPaused returns (uint256 tokenId) {
        _enter(tierId, 0);
        tokenId = ++_lastTokenId;
        // A tier's number is below LANES, and the value sent is a price, which has 88 bits.
        // forge-lint: disable-next-line(unsafe-typecast)
        _passes[tokenId] = Pass({owner: address(0), tierId: uint8(tierId), paid: uint88(msg.value)});
        emit PassMinted(msg.sender, tokenId, tierId);
        // Last, because it calls a receiving contract: one that mints again from there just buys another pass.
        _safeMint(msg.sender, tokenId);
    }

    /// @inheritdoc ITierPass
    function upgrade(uint256 tokenId, uint256 tierId) external payable whenNotPaused {
        address owner = _requireOwned(tokenId);
        _checkAuthorized(owner, msg.sender, tokenId);
        Pass storage pass = _passes[tokenId];
        uint256 from = pass.tierId;
        _existing(tierId);
        uint256 had = _features.at(from);
        uint256 has = _features.at(tierId);
        if (had == has || had & ~has != 0) revert NotAnUpgrade(from, tierId);
        _enter(tierId, pass.paid);
        // As above; and paid with what is due is at most a price.
        // forge-lint: disable-next-line(unsafe-typecast)
        pass.paid += uint88(msg.value);
        // forge-lint: disable-next-line(unsafe-typecast)
        pass.tierId = uint8(tierId);
        _held[owner] = _held[owner].minusOne(from).plusOne(tierId);
        emit PassUpgraded(owner, tokenId, tierId, from);
        emit MetadataUpdate(tokenId);
    }

    /// @inheritdoc ITierPass
    function upgradePrice(uint256 tokenId, uint256 tierId) external view returns (uint256) {
        _requireOwned(tokenId);
        return _existing(tierId).due(_passes[tokenId].paid);
    }

    /// @inheritdoc ITierPass
    function paidFor(uint256 tokenId) external view returns (uint256) {
        _requireOwned(tokenId);
        return _passes[tokenId].paid;
    }

    /// @inheritdoc ITierPass
    function tier(uint256 tierId) external view returns (Tier memory) {
        TierTerms storage terms = _existing(tierId);
        (uint88 price, uint16 supplyCap) = terms.current();
        return Tier({
            name: terms.name,
            price: price,
            supplyCap: supplyCap,
            minted: terms.minted,
            features: uint16(_features.at(tierId)),
            closed: terms.closed
        });
    }

    /// @inheritdoc ITierPass
    function announcedTerms(uint256 tierId) external view returns (uint88 price, uint16 supplyCap, uint64 effectiveAt) {
        return _existing(tierId).announced();
    }

    /// @inheritdoc ITierPass
    function tierCount() external view returns (uint256) {
        return _tierCount;
    }

    /// @inheritdoc ITierPass
    function tierOf(uint256 tokenId) external view returns (uint256 tierId) {
        _requireOwned(tokenId);
        return _passes[tokenId].tierId;
    }

    /// @inheritdoc ITierPass
    function passesHeld(address owner, uint256 tierId) external view returns (uint256) {
        return _held[owner].at(tierId);
    }

    /// @inheritdoc ITierPass
    function featuresOf(address owner) external view returns (uint256 features) {
        return _features.unionWhere(_held[owner]);
    }

    /// @notice How many passes an owner holds.
    function balanceOf(address owner) public view override(ERC721, IERC721) returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(address(0));
        return _held[owner].sum();
    }

    /// @notice ERC-721 metadata with an SVG, whole in a `data:` URI.
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        uint256 tierId = _passes[tokenId].tierId;
        return PassImage.metadata(tokenId, tierId, _terms[tierId].name, _features.at(tierId));
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId)
        public
        view
        override(IERC165, ERC721, ERC2981, AccessControlDefaultAdminRules)
        returns (bool)
    {
        // ERC-4906 has events only, and names this number for itself.
        return interfaceId == type(ITierPass).interfaceId || interfaceId == bytes4(0x49064906)
            || interfaceId == type(IERC5313).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @dev Every mint and transfer comes through here, so the counts per tier follow the passes.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        Pass storage pass = _passes[tokenId];
        from = pass.owner;
        uint256 tierId = pass.tierId;
        if (auth != address(0)) _checkAuthorized(from, auth, tokenId);
        if (from != address(0)) {
            _approve(address(0), tokenId, address(0), false);
            _held[from] = _held[from].minusOne(tierId);
        }
        // There is no burning: `to` is never nobody.
        _held[to] = _held[to].plusOne(tierId);
        pass.owner = to;
        emit Transfer(from, to, tokenId);
    }

    function _ownerOf(uint256 tokenId) internal view override returns (address) {
        return _passes[tokenId].owner;
    }

    /// @dev Takes one place in a tier for exactly what it costs somebody who has paid `paid` already.
    function _enter(uint256 tierId, uint256 paid) private {
        TierTerms storage terms = _existing(tierId);
        terms.settle();
        uint256 price = terms.due(paid);
        if (msg.value != price) revert WrongPrice(msg.value, price);
        if (terms.closed) revert TierIsClosed(tierId);
        if (terms.minted == terms.supplyCap) revert SoldOut(tierId);
        ++terms.minted;
    }

    function _setRoyalty(address receiver, uint96 basisPoints) private {
        if (basisPoints > MAXIMUM_ROYALTY) revert RoyaltyTooHigh(basisPoints);
        _setDefaultRoyalty(receiver, basisPoints);
        emit RoyaltyChanged(receiver, basisPoints);
    }

    function _existing(uint256 tierId) private view returns (TierTerms storage terms) {
        terms = _terms[tierId];
        // Every tier has at least one pass to sell, and so a cap.
        if (terms.supplyCap == 0) revert UnknownTier(tierId);
    }

    /// @dev Keeps out what could make a name look like another: control characters and every other script.
    function _isPrintable(string calldata name) private pure returns (bool) {
        bytes calldata characters = bytes(name);
        if (characters.length == 0 || characters.length > 32) return false;
        for (uint256 i = 0; i < characters.length; ++i) {
            if (characters[i] < 0x20 || characters[i] > 0x7e) return false;
        }
        return true;
    }
}
