/** Bytes of UTF-8: file systems allow 255, and browsers add endings of their own while they save. */
const LONGEST_BYTES = 200;
/** Characters after the last dot that count as an ending. */
const LONGEST_ENDING = 16;

/** Device names of Windows, with or without an ending, and with its superscript digits. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu;
/** Control characters, and those that turn the reading direction and make "gpj.exe" look like "exe.jpg" (UAX #9). */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu;
/** Separators of paths, and what Windows does not allow. */
const FORBIDDEN = /[/\\:*?"<>|\u2044\u2215]/gu;

/** A name that any file system takes and that reads as what it is, out of a name that a stranger chose. */
export function safeName(name: string): string {
  const plain = name
    .replace(/\p{Surrogate}/gu, "_")
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(FORBIDDEN, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  if (plain === "") return "file";
  const short = shorten(plain);
  return RESERVED.test(short) ? `_${short}` : short;
}

/** The name in two parts, of which the second, with its dot, must never be hidden from whoever is to open it. */
export function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf(".");
  if (dot <= 0 || name.length - dot - 1 > LONGEST_ENDING) return { stem: name, ending: "" };
  return { stem: name.slice(0, dot), ending: name.slice(dot) };
}

/** Endings of what runs when it is opened, on one system or another. */
const PROGRAMS = new Set(
  (
    "action apk app appimage appref-ms appx bat chm cmd com command cpl deb desktop dll dmg docm dotm exe gadget hta htm " +
    "html inf ipa iso jar js jse lnk msc msi msix msp mst pif pkg ppam pptm ps1 psm1 py pyw rb reg rpm run scf scr sct " +
    "settingcontent-ms sh shtml svg swf terminal url vb vbe vbs vhd vhdx webloc workflow ws wsf wsh xhtml xlam xlsm xll"
  ).split(" "),
);

/** Whether opening a file of this name may run a program that came with it. */
export function isProgram(name: string): boolean {
  return PROGRAMS.has(partsOf(name).ending.slice(1).toLowerCase());
}

function shorten(name: string): string {
  if (bytesOf(name) <= LONGEST_BYTES) return name;
  const { stem, ending } = partsOf(name);
  const characters = Array.from(stem);
  let room = LONGEST_BYTES - bytesOf(ending);
  const kept = characters.slice(
    0,
    characters.findIndex((character) => (room -= bytesOf(character)) < 0),
  );
  return kept.join("").trimEnd() + ending;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
