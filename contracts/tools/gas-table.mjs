// Writes the table of gas in contracts/README.md from the snapshot that the tests compare; --check only compares the two.
// Fails, too, when a figure is above the limit that it must keep.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const START = '<!-- gas: written by `npm run contracts:gas` -->\n';
const END = '<!-- end of gas -->';

/** What is measured, against what, and the most it may be: times the baseline, or gas. */
const ROWS = [
  { name: 'mint', baseline: 'mint, plain ERC-721', times: 1.25 },
  { name: 'transfer', baseline: 'transfer, plain ERC-721', times: 1.25 },
  { name: 'upgrade' },
  { name: 'first stake', baseline: 'first stake, minimal staking', most: 55_000 },
  { name: 'request to unstake' },
  { name: 'withdraw', baseline: 'withdraw, minimal staking' },
  { name: 'featuresOf (a call)' },
  { name: 'entitlementOf (a call)' },
];

const gas = JSON.parse(readFileSync(file('snapshots/GasTest.json'), 'utf8'));
const number = (value) => value.toLocaleString('en-US');

function line({ name, baseline, times, most }) {
  const own = Number(gas[name]);
  const other = baseline && Number(gas[baseline]);
  const limit = times ? Math.floor(other * times) : most;
  if (!own || Number.isNaN(other)) throw new Error(`the snapshot lacks ${name} or ${baseline}`);
  if (limit && own > limit) throw new Error(`${name} takes ${own} gas, more than ${limit}`);
  const bound = times ? `${times} ×` : most ? number(most) : '';
  return `| ${name} | ${number(own)} | ${other ? number(other) : ''} | ${other ? (own / other).toFixed(2) + ' ×' : ''} | ${bound} |`;
}

const table = [
  '| transaction | gas | plain OpenZeppelin ERC-721, or minimal staking | ratio | at most |',
  '|---|--:|--:|--:|--:|',
  ...ROWS.map(line),
].join('\n');
const readme = readFileSync(file('README.md'), 'utf8');
const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
if (start < 0 || end < start) throw new Error('contracts/README.md has lost the place of its table');
const written = `${readme.slice(0, start)}${START}${table}\n${readme.slice(end)}`;
console.log(table);
if (written === readme) process.exit(0);
if (process.argv.includes('--check')) throw new Error('contracts/README.md shows other gas than the snapshot: npm run contracts:gas');
writeFileSync(file('README.md'), written);
