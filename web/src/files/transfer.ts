import type { Why } from "./messages";

export type Direction = "sending" | "receiving";

/** What may be done with a file that has arrived. */
export type Kept =
  /** It is where the person chose. */
  | { readonly where: "chosen" }
  /** The browser keeps it, and saves it as often as it is asked to. */
  | { readonly where: "browser"; readonly save: () => Promise<void> };

/** Why a file could not be taken that its receiver wanted. */
export interface Obstacle {
  readonly why: "no-room" | "disk";
  /** Bytes that there would be room for, as far as the browser tells. */
  readonly free: number | null;
}

/** How far a transfer is. */
export type TransferState =
  /** The receiver has not answered, or could not take it just now. */
  | { readonly kind: "offered"; readonly obstacle: Obstacle | null }
  /** The receiver makes room. */
  | { readonly kind: "preparing" }
  /** Accepted; others are on their way before it. */
  | { readonly kind: "queued" }
  | {
      readonly kind: "moving";
      /** On the receiver's disk. */
      readonly bytes: number;
      /** Bytes a second; null before anything can be said. */
      readonly speed: number | null;
      readonly secondsLeft: number | null;
      /** Nothing moves: the line or a disk is being waited for. */
      readonly stalled: boolean;
    }
  /** All of it is there; its digest is being compared. */
  | { readonly kind: "checking" }
  | { readonly kind: "done"; readonly kept: Kept | null }
  | { readonly kind: "stopped"; readonly why: Why; readonly by: "me" | "them" };

/** One file on its way, or offered, or over, as a view shows it. */
export interface Transfer {
  readonly direction: Direction;
  /** What the two pages call it; unique within one direction. */
  readonly id: string;
  /** Safe to show and to save under. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: TransferState;
}

/** Whether nothing more will happen to it. */
export function isOver({ kind }: TransferState): boolean {
  return kind === "done" || kind === "stopped";
}

/** Whether its bytes are on their way, so that it counts against what may move at once. */
export function isMoving({ kind }: TransferState): boolean {
  return kind === "moving" || kind === "checking";
}

/** Whether the transfer is only something said so far. */
export function isPending({ kind }: TransferState): boolean {
  return kind === "offered" || kind === "preparing" || kind === "queued";
}
