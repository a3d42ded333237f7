import { expect, test } from "vitest";
import { readPassImage } from "./passImage";

const SVG = "data:image/svg+xml;base64,PHN2Zy8+";
const json = (value: unknown) => JSON.stringify(value);
const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");

test("finds the picture in base64 metadata, beside words in any script", () =>
  expect(
    readPassImage(
      `data:application/json;base64,${base64(json({ name: "Gold №1 灯", image: SVG }))}`,
    ),
  ).toBe(SVG));

test("finds the picture in percent-encoded metadata", () =>
  expect(readPassImage(`data:application/json,${encodeURIComponent(json({ image: SVG }))}`)).toBe(
    SVG,
  ));

test.each([
  "https://example.com/1.json",
  "data:application/json;base64,%%%",
  "data:application/json,not json",
  `data:application/json,${encodeURIComponent(json({ image: "https://example.com/1.svg" }))}`,
  `data:application/json,${encodeURIComponent(json({ image: "data:text/html,x" }))}`,
  `data:application/json,null`,
])("finds none in %j", (uri) => expect(readPassImage(uri)).toBeUndefined());
