import type { DemoWallet } from "./wallets";

/** A picture for a demo wallet: its initial on a colour that comes from its address. */
export function demoIcon({ name, address }: Pick<DemoWallet, "name" | "address">): string {
  const hue = Number.parseInt(address.slice(2, 6), 16) % 360;
  const initial = /^[a-z]/i.exec(name)?.[0].toUpperCase() ?? "?";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="18" fill="hsl(${hue},48%,42%)"/><text x="32" y="43" font-family="sans-serif" font-size="32" font-weight="600" fill="#fff" text-anchor="middle">${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
