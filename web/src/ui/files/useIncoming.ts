import { useEffect, useEffectEvent, useState } from "react";

/** Files that a person drags over the page, drops on it or pastes into it. */
export interface Incoming {
  readonly files: readonly File[];
  /** There was a folder among them, which no browser reads as a file. */
  readonly folder: boolean;
}

/**
 * Takes files from wherever they come, whole window, and says whether some are being dragged over it. Also while they are
 * not wanted: a browser that is left alone opens what is dropped in place of the page, and the call is over.
 */
export function useIncoming(wanted: boolean, take: (incoming: Incoming) => void): boolean {
  const [over, setOver] = useState(false);
  const onDrop = useEffectEvent((event: DragEvent): void => {
    setOver(false);
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (wanted && event.dataTransfer !== null) take(read(event.dataTransfer));
  });
  const onDrag = useEffectEvent((event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = wanted ? "copy" : "none";
    setOver(wanted);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (!wanted || clipboardData === null || clipboardData.files.length === 0) return;
    // Text that also comes as a picture of itself is meant as text, where text is written.
    if (isField(event.target) && clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    take(read(clipboardData));
  });
  useEffect(() => {
    const drag = (event: DragEvent): void => onDrag(event);
    const drop = (event: DragEvent): void => onDrop(event);
    const paste = (event: ClipboardEvent): void => onPaste(event);
    // The last thing that is left is the window itself.
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const listeners = [
      ["dragenter", drag],
      ["dragover", drag],
      ["dragleave", leave],
      ["drop", drop],
      ["paste", paste],
    ] as const;
    for (const [name, listener] of listeners)
      window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of listeners)
        window.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return over && wanted;
}

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes("Files") ?? false;
}

function read(data: DataTransfer): Incoming {
  const files: File[] = [];
  let folder = false;
  for (const item of data.items) {
    if (item.kind !== "file") continue;
    const file = item.getAsFile();
    if (item.webkitGetAsEntry()?.isDirectory === true) folder = true;
    else if (file !== null) files.push(file);
  }
  return { files, folder };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
