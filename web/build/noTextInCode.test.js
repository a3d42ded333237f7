import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";
import { noTextInCode } from "./noTextInCode.js";

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
});

const bad = (code, errors = 1) => ({ code, filename: "a.tsx", errors });
const good = (code) => ({ code, filename: "a.tsx" });

tester.run("no-text-in-code", noTextInCode, {
  valid: [
    good('<p>{say("lobby.meet")}</p>'),
    good('<p className="one two three">· {name} — 5 %</p>'),
    good('<path d="M10 17C4 12.5 2.5 9.5 2.5 7" />'),
    good('<button title={say("media.mute")} type="button" data-kind="Some thing more" />'),
    good('if (key === "Enter") add("ArrowLeft");'),
    good('throw new Error("outside SessionContext of the page");'),
    good('console.warn("The service sent something malformed:", reason);'),
    { ...good('invalid("the message is missing");'), options: [{ views: false }] },
    good('const kinds = { title: "title", kind: "Some" };'),
  ],
  invalid: [
    bad("<p>Again?</p>"),
    bad("<p>مرة أخرى؟</p>"),
    bad('<p>{"Again?"}</p>'),
    bad('<p>{yes ? "Yes" : other && "No"}</p>', 2),
    bad("<p>{`${count} left`}</p>"),
    bad('<button aria-label="Mute" />'),
    bad("<img alt={`Picture of ${name}`} />"),
    bad('<input placeholder={full ? "Full" : "jazz"} />', 2),
    bad('<Waiting what="Reading" usually="A second." />', 2),
    bad('const saying = { title: "Again?", text: "ok then" };', 2),
    bad('function why() { return "They moved on"; }'),
    bad("const said = `nobody else is waiting`;"),
    { ...bad('const why = "They moved on";'), options: [{ views: false }] },
  ],
});
