/** What several screens say. */
export default {
  name: "Passerby",
  titled: "{title} · Passerby",
  minutes: "{count, plural, =1 {one minute} =5 {five minutes} one {# minute} other {# minutes}}",
  seconds: "{count, plural, one {# second} other {# seconds}}",
  aSecond: "This usually takes a second.",
  close: "Close",
  details: "Details",
  tryAgain: "Try again",
  cancel: "Cancel",
  optional: "(optional)",
} as const;
