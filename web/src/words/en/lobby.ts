/** Before an encounter: the wish, the wait, and why *Meet* did not work. */
export default {
  title: "Meet a stranger for {length}",
  encrypted: "Pictures and voices go encrypted from browser to browser.",
  blurred: "They hear you from the start, and see you blurred until you both want to be seen.",
  interests: "Something you like to talk about",
  interestsExample: "jazz, night trains…",
  interestsFull: "Eight is plenty",
  languages: "Languages you speak",
  addLanguage: "Add one",
  languagesFull: "Four is plenty",
  remove: "Remove {name}",
  needsEntitlement: "Meeting strangers needs an active stake or a pass.",
  getEntitlement: "Get a pass or stake",
  meet: "Meet",
  counting:
    "Your stake or pass is on the chain. The service counts it as soon as it is confirmed: a few blocks, usually less than a minute.",
  "hint.nothing": "Without camera and microphone there is no meeting.",
  "hint.voiceOnly": "You may meet with your voice alone. They will see a lamp instead of you.",
  "hint.pictureOnly": "They will see you, but not hear you.",
  looking: "Looking for someone",
  lost: "The connection was lost. Trying again…",
  opening: "Opening the door…",
  others:
    "{count, plural, =0 {Nobody else is waiting yet. Stay a moment.} one {# other waiting} other {# others waiting}}",
  afterFailed: "You two could not connect. It cost you nothing, and you are first in line now.",
  timeStarts: "Your time starts when you both see each other.",
  anyone: "Nobody shares your interests right now, so it may be anyone.",
  first: "Someone who likes {interests} first; after a while, anyone.",
  "notice.entitlement-required.title": "Meeting needs a stake or a pass",
  "notice.entitlement-required.text":
    "Yours is not active now. Add one on the page of passes, then come back.",
  "notice.chain-unavailable.title": "The chain cannot be read right now",
  "notice.chain-unavailable.text":
    "Without it nobody can tell who may meet. Try again in a minute.",
  "notice.in-encounter-elsewhere.title": "You are already meeting someone",
  "notice.in-encounter-elsewhere.text":
    "Another window of yours is waiting or in an encounter. Leave there first.",
  "notice.too-fast.title": "That was a little fast",
  "notice.too-fast.text": "Take a breath and try again.",
  "notice.refused.title": "That did not work",
  "notice.refused.text": "Change what you wrote about yourself and try again.",
} as const;
