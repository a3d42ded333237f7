// Both toolchains compile from the same settings, and this is the proof: Hardhat compiles everything anew, and what
// comes out is Foundry's, byte for byte.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const hardhat = join(root, 'contracts', 'target', 'hardhat');
/** Foundry and Hardhat order an ABI's entries, and the members of each, differently; that order means nothing. */
const sortedMembers = (_key, value) =>
  value === null || typeof value !== 'object' || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).sort());
const sorted = (abi) => abi.map((entry) => JSON.stringify(entry, sortedMembers)).sort();
const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

before(() => {
  rmSync(hardhat, { recursive: true, force: true });
  const cli = join(root, 'node_modules', 'hardhat', read(root, 'node_modules', 'hardhat', 'package.json').bin.hardhat);
  execFileSync(process.execPath, [cli, 'build', '--no-tests'], {
    cwd: root,
    env: { ...process.env, HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true', CI: 'true' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
});

for (const contract of ['TierPass', 'SessionStaking', 'Entitlements']) {
  test(`Hardhat makes the same ${contract} as Foundry`, () => {
    const foundry = read(root, 'contracts', 'out', `${contract}.sol`, `${contract}.json`);
    const artifact = read(hardhat, 'artifacts', 'contracts', 'src', `${contract}.sol`, `${contract}.json`);
    assert.ok(artifact.bytecode.length > 1_000);
    assert.equal(artifact.bytecode, foundry.bytecode.object);
    assert.equal(artifact.deployedBytecode, foundry.deployedBytecode.object);
    assert.deepEqual(sorted(artifact.abi), sorted(foundry.abi));
  });
}

test('Hardhat used every compiler setting that Foundry used', () => {
  const foundry = read(root, 'contracts', 'out', 'TierPass.sol', 'TierPass.json').metadata.settings;
  const { buildInfoId } = read(hardhat, 'artifacts', 'contracts', 'src', 'TierPass.sol', 'TierPass.json');
  const { solcLongVersion, input } = read(hardhat, 'artifacts', 'build-info', `${buildInfoId}.json`);
  assert.equal(solcLongVersion, read(root, 'contracts', 'out', 'TierPass.sol', 'TierPass.json').metadata.compiler.version);
  assert.equal(input.settings.evmVersion, foundry.evmVersion);
  assert.deepEqual(input.settings.optimizer, foundry.optimizer);
  assert.equal(input.settings.metadata.bytecodeHash, foundry.metadata.bytecodeHash);
  assert.equal(input.settings.metadata.appendCBOR, foundry.metadata.appendCBOR);
});
