import type { PictureInput, SoundInput } from "../../studio/inputs";
import type { Words } from "../../words/Words";

/** What an input is called on the page. */
export function nameOf(
  {
    kind,
    label,
  }: Pick<PictureInput | SoundInput, "label"> & {
    readonly kind: PictureInput["kind"] | SoundInput["kind"];
  },
  say: Words["say"],
): string {
  switch (kind) {
    case "own":
      return say("studio.own");
    case "voice":
      return say("studio.voice");
    case "screen":
      return say("studio.screen");
    case "camera":
    case "line":
    case "still":
      return label || say("studio.unnamed");
    default:
      return kind satisfies never;
  }
}
