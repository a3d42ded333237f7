// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import {ITierPass} from "./ITierPass.sol";
import {PassImage} from "./PassImage.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title Passes whose tier says what they unlock
/// @notice The owner of the contract is the operator: it adds tiers and takes the income. It cannot change or remove a
/// tier, mint for free, or touch a pass that somebody holds.
contract TierPass is ITierPass, ERC721, Ownable2Step {
    /// @notice Feature bit: saved contacts.
    uint32 public constant CONTACTS = 1;

    /// @notice Feature bit: recording.
    uint32 public constant RECORDING = 2;

    /// @notice Feature bit: streaming to social platforms.
    uint32 public constant STREAMING = 4;

    /// @notice Feature bit: several live inputs at once.
    uint32 public constant STUDIO_INPUTS = 8;

    /// @notice Feature bit: rooms of more than four people.
    uint32 public constant LARGE_ROOMS = 16;

    /// @notice Most tiers there may be; bounds the gas of `featuresOf`.
    uint256 public constant MAXIMUM_TIERS = 32;

    uint32 private constant _EVERY_FEATURE = CONTACTS | RECORDING | STREAMING | STUDIO_INPUTS | LARGE_ROOMS;

    Tier[] private _tiers;
    uint256 private _lastTokenId;
    mapping(uint256 tokenId => uint256 tierId) private _tierOfPass;
    mapping(address owner => mapping(uint256 tierId => uint256 passes)) private _held;

    /// @param operator Adds tiers and takes the income
    constructor(address operator) ERC721("Passerby Pass", "PASS") Ownable(operator) {}

    /// @inheritdoc ITierPass
    function addTier(string calldata name, uint128 price, uint32 supplyCap, uint32 features)
        external
        onlyOwner
        returns (uint256 tierId)
    {
        tierId = _tiers.length;
        if (tierId == MAXIMUM_TIERS) revert TooManyTiers();
        if (supplyCap == 0 || features & ~_EVERY_FEATURE != 0 || !_isPlain(name)) revert InvalidTier();
        _tiers.push(Tier({name: name, price: price, supplyCap: supplyCap, minted: 0, features: features}));
        emit TierAdded(tierId, name, price, supplyCap, features);
    }

    /// @inheritdoc ITierPass
    function mint(uint256 tierId) external payable returns (uint256 tokenId) {
        Tier storage terms = _existing(tierId);
        if (msg.value != terms.price) revert WrongPrice(msg.value, terms.price);
        if (terms.minted == terms.supplyCap) revert SoldOut(tierId);
        ++terms.minted;
        tokenId = ++_lastTokenId;
        _tierOfPass[tokenId] = tierId;
        emit PassMinted(msg.sender, tokenId, tierId);
        // Last, because it calls a receiving contract: one that mints again from there just buys another pass.
        _safeMint(msg.sender, tokenId);
    }

    /// @inheritdoc ITierPass
    function withdrawIncome(address payable to) external onlyOwner {
        if (to == address(0)) revert WithdrawalFailed();
        uint256 amount = address(this).balance;
        emit IncomeWithdrawn(to, amount);
        (bool paid,) = to.call{value: amount}("");
        if (!paid) revert WithdrawalFailed();
    }

    /// @inheritdoc ITierPass
    function tier(uint256 tierId) external view returns (Tier memory) {
        return _existing(tierId);
    }

    /// @inheritdoc ITierPass
    function tierCount() external view returns (uint256) {
        return _tiers.length;
    }

    /// @inheritdoc ITierPass
    function tierOf(uint256 tokenId) external view returns (uint256 tierId) {
        _requireOwned(tokenId);
        return _tierOfPass[tokenId];
    }

    /// @inheritdoc ITierPass
    function passesHeld(address owner, uint256 tierId) external view returns (uint256) {
        return _held[owner][tierId];
    }

    /// @inheritdoc ITierPass
    function featuresOf(address owner) external view returns (uint256 features) {
        uint256 count = _tiers.length;
        for (uint256 tierId = 0; tierId < count; ++tierId) {
            if (_held[owner][tierId] != 0) features |= _tiers[tierId].features;
        }
    }

    /// @notice ERC-721 metadata with an SVG, whole in a `data:` URI.
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        uint256 tierId = _tierOfPass[tokenId];
        return PassImage.metadata(tokenId, tierId, _tiers[tierId].name, _tiers[tierId].features);
    }

    /// @dev Every mint and transfer comes through here, so the counts per tier follow the passes.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        from = super._update(to, tokenId, auth);
        uint256 tierId = _tierOfPass[tokenId];
        if (from != address(0)) --_held[from][tierId];
        if (to != address(0)) ++_held[to][tierId];
    }

    function _existing(uint256 tierId) private view returns (Tier storage) {
        if (tierId >= _tiers.length) revert UnknownTier(tierId);
        return _tiers[tierId];
    }

    /// @dev Names go unescaped into JSON and SVG, so nothing that would need escaping may be in them.
    function _isPlain(string calldata name) private pure returns (bool) {
        bytes calldata characters = bytes(name);
        if (characters.length == 0 || characters.length > 32) return false;
        for (uint256 i = 0; i < characters.length; ++i) {
            bytes1 c = characters[i];
            bool plain =
                (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || (c >= "0" && c <= "9") || c == " " || c == "-";
            if (!plain) return false;
        }
        return true;
    }
}
