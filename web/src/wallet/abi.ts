/** The part of `TierPass` (ERC-721) that the page uses; a test compares it with the compiler's. */
export const tierPassAbi = [
  {
    name: "mint",
    type: "function",
    stateMutability: "payable",
    inputs: [{ type: "uint256", name: "tierId" }],
    outputs: [{ type: "uint256", name: "tokenId" }],
  },
  {
    name: "tier",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "uint256", name: "tierId" }],
    outputs: [
      {
        type: "tuple",
        components: [
          { type: "string", name: "name" },
          { type: "uint88", name: "price" },
          { type: "uint16", name: "supplyCap" },
          { type: "uint16", name: "minted" },
          { type: "uint16", name: "features" },
          { type: "bool", name: "closed" },
        ],
      },
    ],
  },
  {
    name: "upgrade",
    type: "function",
    stateMutability: "payable",
    inputs: [
      { type: "uint256", name: "tokenId" },
      { type: "uint256", name: "tierId" },
    ],
    outputs: [],
  },
  {
    name: "paidFor",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "uint256", name: "tokenId" }],
    outputs: [{ type: "uint256" }],
  },
  {
    name: "tierCount",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "uint256" }],
  },
  {
    name: "tierOf",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "uint256", name: "tokenId" }],
    outputs: [{ type: "uint256", name: "tierId" }],
  },
  {
    name: "featuresOf",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "address", name: "owner" }],
    outputs: [{ type: "uint256", name: "features" }],
  },
  {
    name: "balanceOf",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "address", name: "owner" }],
    outputs: [{ type: "uint256" }],
  },
  {
    name: "ownerOf",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "uint256", name: "tokenId" }],
    outputs: [{ type: "address" }],
  },
  {
    name: "tokenURI",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "uint256", name: "tokenId" }],
    outputs: [{ type: "string" }],
  },
  {
    name: "Transfer",
    type: "event",
    inputs: [
      { type: "address", name: "from", indexed: true },
      { type: "address", name: "to", indexed: true },
      { type: "uint256", name: "tokenId", indexed: true },
    ],
  },
  {
    name: "PassMinted",
    type: "event",
    inputs: [
      { type: "address", name: "owner", indexed: true },
      { type: "uint256", name: "tokenId", indexed: true },
      { type: "uint256", name: "tierId", indexed: true },
    ],
  },
  { name: "UnknownTier", type: "error", inputs: [{ type: "uint256", name: "tierId" }] },
  {
    name: "WrongPrice",
    type: "error",
    inputs: [
      { type: "uint256", name: "sent" },
      { type: "uint256", name: "price" },
    ],
  },
  { name: "SoldOut", type: "error", inputs: [{ type: "uint256", name: "tierId" }] },
  { name: "TierIsClosed", type: "error", inputs: [{ type: "uint256", name: "tierId" }] },
  { name: "EnforcedPause", type: "error", inputs: [] },
] as const;

/** The part of `SessionStaking` that the page uses; a test compares it with the compiler's. */
export const sessionStakingAbi = [
  { name: "stake", type: "function", stateMutability: "payable", inputs: [], outputs: [] },
  {
    name: "requestUnstake",
    type: "function",
    stateMutability: "nonpayable",
    inputs: [{ type: "uint256", name: "amount" }],
    outputs: [],
  },
  { name: "withdraw", type: "function", stateMutability: "nonpayable", inputs: [], outputs: [] },
  {
    name: "isActive",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "address", name: "staker" }],
    outputs: [{ type: "bool" }],
  },
  {
    name: "positionOf",
    type: "function",
    stateMutability: "view",
    inputs: [{ type: "address", name: "staker" }],
    outputs: [
      {
        type: "tuple",
        components: [
          { type: "uint128", name: "active" },
          { type: "uint64", name: "countsFrom" },
          { type: "uint64", name: "withdrawableAt" },
          { type: "uint128", name: "pending" },
        ],
      },
    ],
  },
  {
    name: "minimumStake",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "uint256" }],
  },
  {
    name: "announcedMinimum",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [
      { type: "uint256", name: "minimum" },
      { type: "uint64", name: "effectiveAt" },
    ],
  },
  {
    name: "WARM_UP",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "uint64" }],
  },
  {
    name: "COOLDOWN",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "uint64" }],
  },
  {
    name: "SESSION_LIMIT",
    type: "function",
    stateMutability: "view",
    inputs: [],
    outputs: [{ type: "uint64" }],
  },
  {
    name: "checkGrant",
    type: "function",
    stateMutability: "view",
    inputs: [
      {
        type: "tuple",
        name: "grant",
        components: [
          { type: "address", name: "node" },
          { type: "bytes32", name: "sessionId" },
          { type: "uint64", name: "startsAt" },
          { type: "uint64", name: "endsAt" },
        ],
      },
      { type: "bytes", name: "signature" },
    ],
    outputs: [],
  },
  { name: "EnforcedPause", type: "error", inputs: [] },
  { name: "ZeroAmount", type: "error", inputs: [] },
  {
    name: "BelowMinimum",
    type: "error",
    inputs: [
      { type: "uint256", name: "active" },
      { type: "uint256", name: "minimum" },
    ],
  },
  {
    name: "InsufficientStake",
    type: "error",
    inputs: [
      { type: "uint256", name: "requested" },
      { type: "uint256", name: "active" },
    ],
  },
  { name: "CoolingDown", type: "error", inputs: [{ type: "uint64", name: "withdrawableAt" }] },
  { name: "NothingToWithdraw", type: "error", inputs: [] },
  { name: "WithdrawalFailed", type: "error", inputs: [] },
] as const;
