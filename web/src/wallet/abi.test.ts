import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Abi, toEventSignature, toFunctionSignature } from "viem";
import { describe, expect, test } from "vitest";
import { sessionStakingAbi, tierPassAbi } from "./abi";

const compiled = (contract: string) =>
  fileURLToPath(
    new URL(`../../../contracts/out/${contract}.sol/${contract}.json`, import.meta.url),
  );

const parameters = (inputs: readonly { type: string; components?: unknown }[]) =>
  JSON.stringify(inputs, ["type", "components", "indexed", "name"]);

/** One line an item: signature, mutability, outputs and which inputs are indexed. */
function lines(abi: Abi): string[] {
  return abi.flatMap((item) => {
    switch (item.type) {
      case "function":
        return [
          `function ${toFunctionSignature(item)} ${item.stateMutability} ${parameters(item.outputs).replaceAll(/"name":"",?/g, "")}`,
        ];
      case "event":
        return [`event ${toEventSignature(item)} ${parameters(item.inputs)}`];
      case "error":
        return [`error ${item.name}(${item.inputs.map((input) => input.type).join(",")})`];
      case "constructor":
      case "fallback":
      case "receive":
        return [];
    }
  });
}

describe.each([
  { contract: "TierPass", abi: tierPassAbi },
  { contract: "SessionStaking", abi: sessionStakingAbi },
])("the page's ABI of $contract", ({ contract, abi }) => {
  test.skipIf(!existsSync(compiled(contract)))("is part of the compiled contract", () => {
    const artifact = JSON.parse(readFileSync(compiled(contract), "utf8")) as { abi: Abi };
    expect(lines(artifact.abi)).toEqual(expect.arrayContaining(lines(abi)));
  });

  test("names nothing twice", () => {
    expect(new Set(lines(abi)).size).toBe(abi.length);
  });
});
