/** What can be done with stake and passes, before and after it is paid for. */
export default {
  "mint.title": "Get a {tier} pass",
  "mint.explanation": "The pass is yours for good: keep it, give it away or sell it.",
  "mint.value": "{tier} pass",
  "mint.doneTitle": "The {tier} pass is yours",
  "mint.doneText": "It lets you meet people as often as you like, and it unlocks this:",
  "upgrade.title": "Make it a {tier} pass",
  "upgrade.explanation":
    "Your pass keeps its number and gets a new picture. You pay what is missing to the price.",
  "upgrade.value": "The difference",
  "upgrade.doneTitle": "It is a {tier} pass now",
  "upgrade.doneText": "It unlocks this:",
  "stake.title": "Stake {amount}",
  "stake.value": "Your stake",
  "stake.doneTitle": "Your stake is in",
  "stake.doneText": "You can meet people as often as you like.",
  "stake.warmUp": "It counts in {length}. From then on you can meet people as often as you like.",
  "unstake.title": "Take your stake back",
  "unstake.explanation":
    "{amount} stop counting at once and can be withdrawn after {length}. Without a pass you cannot meet people until you stake again.",
  "unstake.doneTitle": "Your stake is on its way back",
  "unstake.doneText": "Come back in {length} and withdraw it.",
  "withdraw.title": "Withdraw {amount}",
  "withdraw.explanation": "The cool-down is over. It goes straight to your wallet.",
  "withdraw.doneTitle": "It is back in your wallet",
  "withdraw.doneText": "{amount} came home.",
} as const;
