// Has the compiler's model checker, with the Z3 solver that is built into npm's solc, prove every assertion and the
// absence of overflow in contracts/test/proof. Fails unless each of them is proved.
//
// Two things about the SMTChecker that are not obvious (solc 0.8.30):
// - it does not know custom errors, and would go on behind `revert Error()`. It is handed `revert()` instead.
// - its unbounded engine (CHC) finds no invariant here within minutes. So the proof states one itself, and the bounded
//   engine (BMC) shows in seconds that no step leaves it: it starts every function in any state whatever.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const solc = createRequire(import.meta.url)('solc');
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'contracts/test/proof';

const read = (path) =>
  readFileSync(join(root, path.replace(/^@openzeppelin\//, 'node_modules/@openzeppelin/')), 'utf8').replace(
    /\brevert [\w.]+\([^;]*\);/g,
    'revert();',
  );

/** What the checker said about one contract: its proved and its unproved targets, as text. */
function prove(file, contract) {
  const path = `${folder}/${file}`;
  const input = {
    language: 'Solidity',
    sources: { [path]: { content: read(path) } },
    settings: {
      modelChecker: {
        contracts: { [path]: [contract] },
        engine: 'bmc',
        solvers: ['z3'],
        targets: ['assert', 'overflow', 'underflow', 'divByZero'],
        showProvedSafe: true,
        showUnproved: true,
        showUnsupported: true,
      },
    },
  };
  const said = JSON.parse(solc.compile(JSON.stringify(input), { import: (wanted) => ({ contents: read(wanted) }) })).errors ?? [];
  const proved = said.filter(({ severity, message }) => severity === 'info' && message.endsWith('check is safe!'));
  const rest = said.filter((line) => !proved.includes(line));
  return { proved: proved.length, asserted: proved.filter(({ message }) => message.includes('Assertion')).length, rest };
}

let failed = false;
for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.sol')).sort()) {
  const contract = file.replace('.sol', '');
  const { proved, asserted, rest } = prove(file, contract);
  console.log(`${contract}: ${proved} proved (${asserted} assertions), ${rest.length} not`);
  for (const { formattedMessage } of rest) console.error(formattedMessage);
  // A proof that asserts nothing proves nothing.
  failed ||= rest.length > 0 || asserted === 0;
}
if (failed) process.exitCode = 1;
