// Single functions: the JMH benchmarks of the backend's tests, and viem verifying the same kind of signature.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { verifyMessage } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { serverCore } from "./servers.mjs";

const target = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "target");

/** Rows of name, operations a second and error, one for every JMH benchmark and one for viem. */
export async function signatures() {
  return [...jmh(), await viem()];
}

function jmh() {
  const list = join(target, "test-classes", "META-INF", "BenchmarkList");
  if (!existsSync(list)) {
    return [];
  }
  const classpath = readFileSync(join(target, "benchmarks", "test-classpath"), "utf8").trim();
  const out = join(target, "benchmarks", "jmh.json");
  execFileSync(
    "taskset",
    [
      ...["-c", serverCore, `${process.env.JAVA_HOME}/bin/java`],
      ...["-cp", `${join(target, "test-classes")}:${join(target, "classes")}:${classpath}`],
      // Those of entitlements need a chain beside them: backend/benchmarks/entitlement.
      ...["org.openjdk.jmh.Main", "-e", "EntitlementBenchmark", "-rf", "json", "-rff", out, "-foe", "true"],
      ...["-bm", "thrpt", "-tu", "s", "-f", "1", "-wi", "3", "-w", "2s", "-i", "5", "-r", "2s"],
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  return JSON.parse(readFileSync(out, "utf8")).map(({ benchmark, params, primaryMetric }) => [
    `${benchmark.split(".").slice(-2).join(".")}${params === undefined ? "" : ` ${JSON.stringify(params)}`}`,
    primaryMetric.score.toFixed(0),
    Number(primaryMetric.scoreError).toFixed(0),
  ]);
}

/** viem's own verification of an EIP-191 signature, in this process: warmed for two seconds, measured for five. */
async function viem() {
  const account = privateKeyToAccount(`0x${"11".repeat(32)}`);
  const message = `localhost wants you to sign in with your Ethereum account:\n${account.address}\n\n${"x".repeat(200)}`;
  const signature = await account.signMessage({ message });
  const verifyFor = async (millis) => {
    const start = performance.now();
    let verified = 0;
    while (performance.now() - start < millis) {
      if (!(await verifyMessage({ address: account.address, message, signature }))) {
        throw new Error("viem refused its own signature");
      }
      verified++;
    }
    return verified / ((performance.now() - start) / 1000);
  };
  await verifyFor(2_000);
  return ["viem verifyMessage (Node)", (await verifyFor(5_000)).toFixed(0), ""];
}
