import { expect, test } from "vitest";
import { readNetwork } from "./network";

const CONFIG = {
  chainId: 31337,
  chainName: "Passerby development chain",
  rpcUrl: "http://127.0.0.1:8545",
  currency: "ETH",
  tierPass: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  sessionStaking: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
  development: true,
  explorerUrl: null,
};

test("reads the service's configuration", () => expect(readNetwork(CONFIG)).toEqual(CONFIG));

test("links to an explorer over https alone", () => {
  expect(readNetwork({ ...CONFIG, explorerUrl: "https://scan.example/" })?.explorerUrl).toBe(
    "https://scan.example",
  );
  expect(readNetwork({ ...CONFIG, explorerUrl: "javascript:alert(1)" })?.explorerUrl).toBeNull();
});

test("is not in development unless the service says so", () =>
  expect(readNetwork({ ...CONFIG, development: "yes" })?.development).toBe(false));

test.each([
  null,
  {},
  { ...CONFIG, chainId: "31337" },
  { ...CONFIG, chainId: 0 },
  { ...CONFIG, tierPass: "0x1" },
  { ...CONFIG, rpcUrl: undefined },
])("refuses %j", (json) => expect(readNetwork(json)).toBeUndefined());
