import { readFileSync } from "node:fs";
import { join } from "node:path";
import { logs } from "./child";

/** What may never stand in a log: wallets, keys and signatures; cookies; where people are. */
const PRIVATE = [/0x[0-9a-f]{40,}/i, /passerby=|XSRF-TOKEN|[Ss]et-?[Cc]ookie/, /candidate:|IN IP4/];

/** Every line that a program wrote is one structured record (Elastic Common Schema), with nothing private in it. */
export function expectStructuredLog(name: string): void {
  const lines = readFileSync(join(logs, `${name}.log`), "utf8")
    .split("\n")
    .filter((line) => line !== "");
  if (lines.length < 10) throw new Error(`${name} logged only ${lines.length} lines`);
  for (const line of lines) {
    const record = JSON.parse(line) as { "@timestamp"?: string; log?: { level?: string } };
    if (record["@timestamp"] === undefined || record.log?.level === undefined)
      throw new Error(`${name} logged something without a time or a level: ${line}`);
    const told = PRIVATE.find((pattern) => pattern.test(line));
    if (told !== undefined)
      throw new Error(`${name} logged something private (${told.source}): ${line}`);
  }
}
