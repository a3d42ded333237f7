/** What may be nudity, as the device guesses, and what to do about it. */
export default {
  region: "What may be nudity",
  checked: "Pictures are checked for nudity on this device, and nowhere else.",
  unchecked: "Pictures are not checked for nudity here: the check did not load.",
  guess: "A guess, made on this device. It may be wrong, and nothing of it is sent anywhere.",
  "theirs.suspect": "Their picture may show nudity. It is hidden from you.",
  "theirs.eased": "It may be over. Their picture is still hidden.",
  "screen.suspect": "Their screen may show nudity. It is hidden from you.",
  "screen.eased": "It may be over. Their screen is still hidden.",
  "showTheirs.suspect": "Show it anyway",
  "showTheirs.eased": "Show it",
  "own.suspect": "Your picture may show nudity. They see it blurred.",
  "own.eased": "Your picture may be fine now. They still see it blurred.",
  "showOwn.suspect": "Show it to them anyway",
  "showOwn.eased": "Show it to them",
  stay: "Stay blurred",
} as const;
