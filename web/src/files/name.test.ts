import { describe, expect, it } from "vitest";
import { isProgram, partsOf, safeName } from "./name";

describe("a name that a stranger chose", () => {
  it.each([
    ["holiday.jpg", "holiday.jpg"],
    ["ملف الصور.png", "ملف الصور.png"],
    ["👩‍👩‍👧 family.mp4", "👩‍👩‍👧 family.mp4"],
    ["Cafe\u0301.txt", "Café.txt"],
  ])("stays as it is where it harms nobody: %s", (given, safe) =>
    expect(safeName(given)).toBe(safe),
  );

  it.each([
    ["a path", "../../etc/passwd", "_.._etc_passwd"],
    ["a path of Windows", "C:\\Windows\\win.ini", "C__Windows_win.ini"],
    ["slashes that only look like ones", "a\u2044b\u2215c", "a_b_c"],
    ["what Windows does not allow", 'a<b>c"d|e?f*g', "a_b_c_d_e_f_g"],
    ["control characters", "a\u0000b\nc\u007f\u0085.txt", "abc.txt"],
    ["a turned reading direction", "photo\u202egpj.exe", "photogpj.exe"],
    ["other marks of direction", "\u2067a\u2069\u200f\u061c\ufeffb", "ab"],
    ["half a character", "a\ud83d.txt", "a_.txt"],
    ["dots that hide it", "...bashrc", "bashrc"],
    ["dots and spaces that Windows drops", "setup.exe. . ", "setup.exe"],
    [
      "many spaces that push the ending out of sight",
      "a.jpg                    .exe",
      "a.jpg .exe",
    ],
    ["nothing", "", "file"],
    ["nothing but dots", "..", "file"],
    ["a device", "con", "_con"],
    ["a device with an ending", "LPT1.txt", "_LPT1.txt"],
    ["a device with a superscript digit", "com².zip", "_com².zip"],
    ["a device in hiding", " aux .txt", "aux .txt"],
  ])("loses %s", (_what, given, safe) => expect(safeName(given)).toBe(safe));

  it("is cut to what file systems take, and keeps its ending", () => {
    const safe = safeName(`${"長".repeat(300)}.tar.gz`);
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
    expect(safe).toMatch(/^長+\.tar\.gz$|^長+\.gz$/u);
  });

  it("is never cut within a character", () => {
    expect(safeName(`${"😀".repeat(300)}.png`)).toMatch(/^(😀)+\.png$/u);
  });

  it("is as safe the second time", () => {
    for (const name of ["..\u202e/con", " .aux.", "a".repeat(999), "\u0000"])
      expect(safeName(safeName(name))).toBe(safeName(name));
  });

  it.each(["a.exe", "holiday.jpg.SCR", "x.tar.sh", "page.html"])("warns of %s", (name) =>
    expect(isProgram(name)).toBe(true),
  );

  it.each(["a.jpg", "exe", "notes.txt", "film.mp4"])("does not warn of %s", (name) =>
    expect(isProgram(name)).toBe(false),
  );

  it("shows its ending apart", () => {
    expect(partsOf("photo.jpg.exe")).toEqual({ stem: "photo.jpg", ending: ".exe" });
    expect(partsOf("README")).toEqual({ stem: "README", ending: "" });
    expect(partsOf("a.sentence that only has a dot")).toEqual({
      stem: "a.sentence that only has a dot",
      ending: "",
    });
  });
});
