import { describe, expect, test } from "vitest";
import { isDemoWallet, shownWallet } from "./announced";

const named = (name: string) => shownWallet({ name }, "Nameless").name;
const iconOf = (icon: string) => shownWallet({ name: "x", icon }, "Nameless").icon;

describe("an announced wallet", () => {
  test("keeps a plain name as it is, markup too, because it is only ever shown as text", () => {
    expect(named("Rabby Wallet")).toBe("Rabby Wallet");
    expect(named("<b>bold</b>")).toBe("<b>bold</b>");
  });

  test("loses the characters that turn text around or break lines", () => {
    expect(named("Meta\u202eksaM")).toBe("MetaksaM");
    expect(named("a\n\u0000 b\u200b\u2028c")).toBe("a bc");
  });

  test("cannot push everything else away with its name", () => {
    const shown = named("🦊".repeat(1_000));
    expect(Array.from(shown)).toHaveLength(40);
    expect(shown.endsWith("…")).toBe(true);
  });

  test("is called something even if it says nothing", () =>
    expect(named(" \u202e ")).toBe("Nameless"));

  test.each([
    "data:image/svg+xml,%3Csvg/%3E",
    "data:image/png;base64,AA==",
    "\n data:image/webp;base64,AA",
  ])("may have the picture %j", (icon) => expect(iconOf(icon)).toBe(icon.trim()));

  test.each([
    "https://tracker.example/icon.png",
    "javascript:alert(1)",
    "data:text/html,<script>",
    "data:image/svg+xmlish,x",
    `data:image/png;base64,${"A".repeat(200_000)}`,
    "",
  ])("may not have the picture %.40j", (icon) => expect(iconOf(icon)).toBeUndefined());

  test("is a demo wallet by the beginning of its reverse domain name alone", () => {
    expect(isDemoWallet({ id: "dev.passerby.demo.f39fd6e5" })).toBe(true);
    expect(isDemoWallet({ id: "com.example.dev.passerby.demo." })).toBe(false);
  });
});
