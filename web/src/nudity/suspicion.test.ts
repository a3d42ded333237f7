import { expect, it } from "vitest";
import { suspicionOf } from "./suspicion";

const classes = (drawing: number, hentai: number, neutral: number, porn: number, sexy: number) => [
  { className: "Drawing", probability: drawing },
  { className: "Hentai", probability: hentai },
  { className: "Neutral", probability: neutral },
  { className: "Porn", probability: porn },
  { className: "Sexy", probability: sexy },
];

it.each([
  ["a photograph or a drawing of nudity", classes(0, 0.25, 0, 0.5, 0.25), 0.75],
  ["summer clothes", classes(0, 0, 0.1, 0, 0.9), 0],
  ["a room", classes(0.1, 0, 0.9, 0, 0), 0],
])("%s is suspected as much as it is likely", (_what, seen, suspicion) =>
  expect(suspicionOf(seen)).toBe(suspicion),
);
