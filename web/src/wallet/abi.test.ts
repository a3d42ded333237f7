import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Abi, AbiParameter } from "viem";
import { describe, expect, test } from "vitest";
import { sessionStakingAbi, tierPassAbi } from "./abi";

const compiled = (contract: string) =>
  fileURLToPath(
    new URL(`../../../contracts/out/${contract}.sol/${contract}.json`, import.meta.url),
  );

/** Types, with the names of a struct's members, because those are how the page reads it. */
function types(parameters: readonly AbiParameter[]): string {
  const typed = parameters.map((parameter) =>
    "components" in parameter
      ? `${parameter.type}{${parameter.components.map((part) => `${part.type} ${part.name ?? ""}`).join(",")}}`
      : parameter.type,
  );
  return `(${typed.join(",")})`;
}

/** One line an item: signature, mutability, outputs and which inputs are indexed. */
function lines(abi: Abi): string[] {
  return abi.flatMap((item) => {
    switch (item.type) {
      case "function":
        return [
          `function ${item.name}${types(item.inputs)} ${item.stateMutability} ${types(item.outputs)}`,
        ];
      case "event":
        return [
          `event ${item.name}(${item.inputs.map((input) => `${input.type} ${String(input.indexed ?? false)} ${input.name ?? ""}`).join(",")})`,
        ];
      case "error":
        return [`error ${item.name}${types(item.inputs)}`];
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
