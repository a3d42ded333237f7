/** Making sure that nobody is in the middle. */
export default {
  entry: "Just us two?",
  title: "Is it just you two?",
  explanation:
    "Read these six pictures to each other, in their order: if you both have the same ones, nobody is in between, not even Passerby. If a single one differs, somebody may be watching and listening.",
  pictures: "Your six pictures",
  match: "They match",
  differ: "They differ",
  waiting: "Your two pages are still agreeing on the pictures. That usually takes a second.",
  unsupported:
    "Their page has no pictures to compare. Nobody can tell whether somebody is in between.",
  confirmed: "You said that they match: it is just you two.",
  theyConfirmed: "They confirmed it, too.",
  onlyTheyConfirmed:
    "They say that the pictures match. Compare for yourself before you say so, too.",
  mark: "Just you two",
} as const;
