/** A wallet as it may be shown: its own name and picture are untrusted (EIP-6963). */
export interface ShownWallet {
  /** At most 40 characters, without control or direction characters. */
  readonly name: string;
  /** A raster or SVG data URI for an `<img>`, where scripts never run; nothing if it is anything else. */
  readonly icon: string | undefined;
}

/** Reverse domain name under which the page announces its own demo wallets. */
export const DEMO_RDNS = "dev.passerby.demo";

const LONGEST_NAME = 40;
const LARGEST_ICON = 100_000;
const ICON = /^data:image\/(svg\+xml|png|jpeg|webp|gif|avif)[;,]/i;

/**
 * What may be shown of an announced wallet.
 * @param unnamed what to call one that has no name
 */
export function shownWallet(
  wallet: { readonly name: string; readonly icon?: string | undefined },
  unnamed: string,
): ShownWallet {
  return { name: plainName(wallet.name) ?? unnamed, icon: safeIcon(wallet.icon) };
}

/** Whether the page itself has announced it. */
export function isDemoWallet(wallet: { readonly id: string }): boolean {
  return wallet.id.startsWith(`${DEMO_RDNS}.`);
}

function plainName(name: string): string | undefined {
  // Control and format characters include the direction overrides that turn a name around.
  const plain = name
    .slice(0, 1_000)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(plain);
  if (characters.length === 0) return undefined;
  return characters.length <= LONGEST_NAME
    ? plain
    : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}

function safeIcon(icon: string | undefined): string | undefined {
  const trimmed = icon?.trim();
  return trimmed !== undefined && trimmed.length <= LARGEST_ICON && ICON.test(trimmed)
    ? trimmed
    : undefined;
}
