import type { About } from "./about";
import { fileName } from "./about";

/** `showSaveFilePicker` (File System Access), which Firefox and Safari do not have. */
interface SavePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
  }) => Promise<FileSystemFileHandle>;
}

/** Whether a recording can go straight to a place of the person's choice. */
export function canChoosePlace(): boolean {
  return (window as SavePicker).showSaveFilePicker !== undefined;
}

/** Hands a recording to the browser's downloads. */
export function download(about: About, file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = fileName(about);
  link.click();
  // The download has the file by then; the address would keep it open.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Copies a recording to where the person says. To be called from a press, or the browser does not ask.
 *
 * @returns `unchosen` when they changed their mind
 */
export async function saveTo(about: About, file: File): Promise<"saved" | "unchosen" | "failed"> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker === undefined) return "failed";
  try {
    const handle = await showSaveFilePicker({ suggestedName: fileName(about) });
    await file.stream().pipeTo(await handle.createWritable());
    return "saved";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "unchosen" : "failed";
  }
}
