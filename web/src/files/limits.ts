/** Bytes that are read, digested and written together: as much as Chromium takes in one message. */
export const BLOCK_BYTES = 256 << 10;
/** Bytes of blocks that are read while the one before them is on its way. */
export const AHEAD_BYTES = 4 * BLOCK_BYTES;
/** Bytes on their way that the receiver has not yet written: the most that a slow disk piles up in its memory. */
export const WINDOW_BYTES = 8 << 20;
/** After so many bytes the receiver says how much it has written, at the latest. */
export const ACKNOWLEDGED_BYTES = 1 << 20;
/** Or after so long, in milliseconds. */
export const ACKNOWLEDGED_MS = 250;
/** Bytes that the sender hands to the browser before it waits for the line. */
export const BUFFER_BYTES = 2 << 20;
/** Where the browser calls for more, in bytes: early enough that the line never runs dry. */
export const BUFFER_LOW_BYTES = 1 << 20;

/** Offers, answered or not, that may be open each way. */
export const MOST_OPEN = 16;
/** Files that move at the same time each way; more wait for their turn. */
export const MOST_MOVING = 4;
/** In the long run, milliseconds between two offers of theirs; what comes faster is refused unseen. */
export const OFFER_EVERY_MS = 1_000;

/** Without a byte for this long a transfer is said to wait for the line, in milliseconds. */
export const STALLED_AFTER_MS = 3_000;
/** How long a broken transfer waits for its new channel before it is given up, in milliseconds. */
export const REOPEN_WITHIN_MS = 30_000;
/** Broken channels in a row, without a block written between them, after which a transfer is given up. */
export const MOST_REOPENED = 5;

/** What a browser without a private file system keeps of one file, in bytes: it has to be in memory. */
export const MEMORY_BYTES = 100 << 20;
/** Transfers that are over and still shown. */
export const MOST_OVER = 32;
