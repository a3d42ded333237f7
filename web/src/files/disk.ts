import type { Place } from "./places";

/** What a page says to the worker that writes one file for it. */
export type DiskOrder =
  | { readonly do: "open"; readonly place: Place; readonly size: number }
  | { readonly do: "write"; readonly bytes: ArrayBuffer }
  | { readonly do: "rewind" }
  | { readonly do: "finish"; readonly digest: string }
  | { readonly do: "discard" };

/** What the worker says. */
export type DiskWord =
  | { readonly said: "opened" }
  | { readonly said: "written"; readonly bytes: number }
  | { readonly said: "rewound"; readonly bytes: number }
  /** The last word: the file is whole, and here it is if it lies on no disk. */
  | { readonly said: "kept"; readonly blob: Blob | null }
  /** The last word: it is not what was sent, and it is deleted. */
  | { readonly said: "damaged" }
  /** The last word: opening or writing failed, and what there was of the file is deleted. */
  | { readonly said: "failed"; readonly why: "no-room" | "disk" };
