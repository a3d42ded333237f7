// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// @title Passes whose tier, not whose holder, says what they unlock
/// @notice Features are one bit each: 1 contacts, 2 recording, 4 streaming, 8 studio inputs, 16 large rooms.
interface ITierPass {
    /// @notice What one tier costs, how many passes it may have and what they unlock.
    /// @param name Shown to people, e.g. "Silver"
    /// @param price Exact price of one pass, in wei
    /// @param supplyCap Most passes that may ever enter this tier
    /// @param minted Passes that entered it so far, new or by an upgrade; one that leaves it frees no place
    /// @param features Union of the feature bits; never changes
    /// @param closed Whether it takes no more passes, for good
    struct Tier {
        string name;
        uint88 price;
        uint16 supplyCap;
        uint16 minted;
        uint16 features;
        bool closed;
    }

    /// @notice A tier was added; tiers are numbered from 0 and never removed.
    event TierAdded(uint256 indexed tierId, string name, uint88 price, uint16 supplyCap, uint16 features);

    /// @notice A tier takes no more passes; those that are held keep what they unlock.
    event TierClosed(uint256 indexed tierId);

    /// @notice From `effectiveAt` (Unix seconds) on, a tier has this price and cap.
    event TermsAnnounced(uint256 indexed tierId, uint88 price, uint16 supplyCap, uint64 effectiveAt);

    /// @notice A pass was minted.
    event PassMinted(address indexed owner, uint256 indexed tokenId, uint256 indexed tierId);

    /// @notice A pass moved up into another tier; what its owner may do has changed.
    event PassUpgraded(address indexed owner, uint256 indexed tokenId, uint256 indexed tierId, uint256 fromTierId);

    /// @notice The treasury pulled the income so far.
    event IncomeWithdrawn(address indexed to, uint256 amount);

    /// @notice What a resale owes, and to whom.
    event RoyaltyChanged(address receiver, uint96 basisPoints);

    /// @notice No tier has this number.
    error UnknownTier(uint256 tierId);

    /// @notice The value sent is not the exact price.
    error WrongPrice(uint256 sent, uint256 price);

    /// @notice Every pass of this tier is taken.
    error SoldOut(uint256 tierId);

    /// @notice This tier takes no more passes.
    error TierIsClosed(uint256 tierId);

    /// @notice The tier does not unlock everything that the pass does already, and more.
    error NotAnUpgrade(uint256 fromTierId, uint256 tierId);

    /// @notice A tier needs a name of 1 to 32 printable ASCII characters, at least one pass and no unknown feature bit.
    error InvalidTier();

    /// @notice There are as many tiers as there may be.
    error TooManyTiers();

    /// @notice The royalty is above `MAXIMUM_ROYALTY`.
    error RoyaltyTooHigh(uint96 basisPoints);

    /// @notice There is no receiver for the income, or it refused.
    error WithdrawalFailed();

    /// @notice Adds a tier; for the operator only.
    /// @param name Shown to people; 1 to 32 printable ASCII characters
    /// @param price Exact price of one pass, in wei; may be 0
    /// @param supplyCap Most passes that may ever enter this tier; at least 1
    /// @param features Union of the feature bits
    /// @return tierId The new tier
    function addTier(string calldata name, uint88 price, uint16 supplyCap, uint16 features)
        external
        returns (uint256 tierId);

    /// @notice Lets no more passes into a tier, at once and for good; for the operator only.
    function closeTier(uint256 tierId) external;

    /// @notice Gives notice of a tier's next price and cap, which hold `NOTICE` seconds from now; for the operator only.
    /// @dev Replaces an announcement that does not hold yet, and starts its notice anew. A cap below what is minted by
    /// then becomes that number.
    function announceTerms(uint256 tierId, uint88 price, uint16 supplyCap) external;

    /// @notice Sends all income so far where the treasury, which alone may call, wants it.
    function withdrawIncome(address payable to) external;

    /// @notice Sets what a resale owes (ERC-2981); for the treasury only.
    /// @param receiver Whom marketplaces should pay
    /// @param basisPoints Of the sale price, in 1/10,000; at most `MAXIMUM_ROYALTY`
    function setRoyalty(address receiver, uint96 basisPoints) external;

    /// @notice Mints one pass to the caller.
    /// @dev A contract that mints must accept ERC-721 tokens (`onERC721Received`).
    /// @param tierId The tier; its exact price must be sent
    /// @return tokenId The new pass
    function mint(uint256 tierId) external payable returns (uint256 tokenId);

    /// @notice Moves a pass up into a tier that unlocks more; for its owner, or whom the owner approved.
    /// @param tierId The tier; exactly `upgradePrice` must be sent
    function upgrade(uint256 tokenId, uint256 tierId) external payable;

    /// @notice What an upgrade costs now: the tier's price less what was ever paid for the pass, or nothing.
    /// @dev What was paid, and not today's price of the lower tier, so that no change of prices opens a cheaper way up.
    function upgradePrice(uint256 tokenId, uint256 tierId) external view returns (uint256);

    /// @notice All that was ever paid to this contract for a pass, in wei; reverts if it does not exist.
    function paidFor(uint256 tokenId) external view returns (uint256);

    /// @notice One tier's terms as they hold now; reverts if it does not exist.
    function tier(uint256 tierId) external view returns (Tier memory);

    /// @notice A tier's announced terms, and when they will hold, in Unix seconds; all 0 if none are waiting.
    function announcedTerms(uint256 tierId) external view returns (uint88 price, uint16 supplyCap, uint64 effectiveAt);

    /// @notice How many tiers there are.
    function tierCount() external view returns (uint256);

    /// @notice The tier of a pass; reverts if it does not exist.
    function tierOf(uint256 tokenId) external view returns (uint256 tierId);

    /// @notice How many passes of one tier an owner holds.
    function passesHeld(address owner, uint256 tierId) external view returns (uint256);

    /// @notice Union of the feature bits of every pass the owner holds.
    function featuresOf(address owner) external view returns (uint256 features);
}
