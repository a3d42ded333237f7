// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Passes whose tier, not whose holder, says what they unlock
/// @notice Features are one bit each: 1 contacts, 2 recording, 4 streaming, 8 studio inputs, 16 large rooms.
interface ITierPass {
    /// @notice What one tier costs, how many passes it may have and what they unlock.
    /// @param name Shown to people, e.g. "Silver"
    /// @param price Exact price of one pass, in wei
    /// @param supplyCap Most passes that this tier will ever have
    /// @param minted Passes minted so far
    /// @param features Union of the feature bits
    struct Tier {
        string name;
        uint128 price;
        uint32 supplyCap;
        uint32 minted;
        uint32 features;
    }

    /// @notice A tier was added; tiers are numbered from 0 and never removed.
    event TierAdded(uint256 indexed tierId, string name, uint128 price, uint32 supplyCap, uint32 features);

    /// @notice A pass was minted.
    event PassMinted(address indexed owner, uint256 indexed tokenId, uint256 indexed tierId);

    /// @notice The treasury received the income so far.
    event IncomeWithdrawn(address indexed to, uint256 amount);

    /// @notice No tier has this number.
    error UnknownTier(uint256 tierId);

    /// @notice The value sent is not the tier's exact price.
    error WrongPrice(uint256 sent, uint256 price);

    /// @notice Every pass of this tier is minted.
    error SoldOut(uint256 tierId);

    /// @notice A tier needs a name of 1 to 32 letters, digits, spaces or hyphens, at least one pass and no unknown
    /// feature bit.
    error InvalidTier();

    /// @notice There are as many tiers as there may be.
    error TooManyTiers();

    /// @notice There is no receiver for the income, or it refused.
    error WithdrawalFailed();

    /// @notice Adds a tier; for the operator only.
    /// @param name Shown to people; 1 to 32 letters, digits, spaces or hyphens
    /// @param price Exact price of one pass, in wei; may be 0
    /// @param supplyCap Most passes that this tier will ever have; at least 1
    /// @param features Union of the feature bits
    /// @return tierId The new tier
    function addTier(string calldata name, uint128 price, uint32 supplyCap, uint32 features)
        external
        returns (uint256 tierId);

    /// @notice Pays all income so far to the treasury; for the operator only.
    /// @param to The treasury
    function withdrawIncome(address payable to) external;

    /// @notice Mints one pass to the caller.
    /// @dev A contract that mints must accept ERC-721 tokens (`onERC721Received`).
    /// @param tierId The tier; its exact price must be sent
    /// @return tokenId The new pass
    function mint(uint256 tierId) external payable returns (uint256 tokenId);

    /// @notice One tier's terms; reverts if it does not exist.
    function tier(uint256 tierId) external view returns (Tier memory);

    /// @notice How many tiers there are.
    function tierCount() external view returns (uint256);

    /// @notice The tier of a pass; reverts if it does not exist.
    function tierOf(uint256 tokenId) external view returns (uint256 tierId);

    /// @notice How many passes of one tier an owner holds.
    function passesHeld(address owner, uint256 tierId) external view returns (uint256);

    /// @notice Union of the feature bits of every pass the owner holds.
    function featuresOf(address owner) external view returns (uint256 features);
}
