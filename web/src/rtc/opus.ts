import { slotOf } from "../media/slots";

/**
 * What this page asks the other to send as Opus (RFC 7587 §6.1; the parameters tell what the receiver wants).
 *
 * The voice comes with in-band forward error correction, so that a lost packet can be rebuilt from the next, and falls
 * nearly silent while nobody speaks, which leaves the line to the picture; one channel is all it has. The sound of a screen is music or a film: in
 * stereo, at a rate for that, and never silenced by a detector of voices.
 */
const PARAMETERS = {
  microphone: { useinbandfec: "1", usedtx: "1", stereo: "0" },
  "screen-sound": {
    useinbandfec: "1",
    usedtx: "0",
    stereo: "1",
    "sprop-stereo": "1",
    maxaveragebitrate: "128000",
  },
} as const;

/** A description as it is signaled: with what this page wants of the other's Opus encoder in every audio section. */
export function withOpusParameters(sdp: string): string {
  let sections = 0;
  return sdp
    .split(/(?=^m=)/m)
    .map((section) => {
      if (!section.startsWith("m=audio")) return section;
      const slot = slotOf("audio", sections++);
      return slot === "microphone" || slot === "screen-sound"
        ? withParameters(section, PARAMETERS[slot])
        : section;
    })
    .join("");
}

function withParameters(section: string, wanted: Readonly<Record<string, string>>): string {
  const payloadType = /^a=rtpmap:(\d+) opus\/48000/im.exec(section)?.[1];
  if (payloadType === undefined) return section;
  const line = new RegExp(`^a=fmtp:${payloadType} ([^\\r\\n]*)`, "m");
  const present = line.exec(section)?.[1] ?? "";
  const parameters = new Map(
    present
      .split(";")
      .map((parameter) => parameter.trim().split("=", 2))
      .flatMap(([name, value]) =>
        name === undefined || name === "" ? [] : [[name, value ?? ""] as const],
      ),
  );
  for (const [name, value] of Object.entries(wanted)) parameters.set(name, value);
  const text = [...parameters].map(([name, value]) => `${name}=${value}`).join(";");
  const fmtp = `a=fmtp:${payloadType} ${text}`;
  return line.test(section)
    ? section.replace(line, fmtp)
    : section.replace(new RegExp(`^a=rtpmap:${payloadType} [^\\r\\n]*`, "m"), `$&\r\n${fmtp}`);
}
