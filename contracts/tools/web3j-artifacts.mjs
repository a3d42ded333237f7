// Reshapes Foundry's artifacts into the shape that web3j's generator reads: there `bytecode` is a string, and from
// Foundry's object it would silently generate wrappers with an empty binary.
// A file is written only when its content changes, so that its time says whether the wrappers are up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const contracts = ['TierPass', 'SessionStaking', 'Entitlements'];
const module = fileURLToPath(new URL('..', import.meta.url));
const target = join(module, 'target', 'web3j');

mkdirSync(target, { recursive: true });
for (const contractName of contracts) {
  const { abi, bytecode } = JSON.parse(readFileSync(join(module, 'out', `${contractName}.sol`, `${contractName}.json`)));
  if (!/^0x(?:[0-9a-f]{2})+$/.test(bytecode.object)) throw new Error(`${contractName} has no linked bytecode`);
  const artifact = JSON.stringify({ contractName, abi, bytecode: bytecode.object }, null, 2) + '\n';
  const file = join(target, `${contractName}.json`);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== artifact) writeFileSync(file, artifact);
}
