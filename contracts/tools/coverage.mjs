// Foundry's coverage of contracts/src by file; fails when fewer than 95 of 100 branches are taken by the tests.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LEAST = 95;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { status, stdout } = spawnSync(
  'forge',
  // Without its optimizer the compiler counts other gas: the snapshot is not the coverage's matter.
  ['coverage', '--no-match-coverage', '^(contracts/test|node_modules)/', '--no-match-contract', 'GasTest'],
  {
    cwd: root,
    env: {
      ...process.env,
      FOUNDRY_OUT: 'contracts/target/coverage',
      FOUNDRY_CACHE_PATH: 'contracts/target/coverage-cache',
    },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  },
);
const table = stdout.split('\n').filter((line) => /^[|╭╰+]/.test(line));
console.log(table.join('\n'));
if (status !== 0) throw new Error(`forge coverage failed:\n${stdout}`);
const branches = /^\| Total .*\| (?<percent>[\d.]+)% \(\d+\/\d+\) *\| [^|]+\|$/m.exec(stdout)?.groups?.percent;
if (!branches) throw new Error('forge coverage has another table than it had');
console.log(`Branches: ${branches} % (at least ${LEAST} %)`);
if (Number(branches) < LEAST) process.exitCode = 1;
