// Hardhat as a second opinion: the compiler and its settings are Foundry's, read from foundry.toml by Foundry itself,
// so the two can never drift. Hardhat needs Node 22.13; `npm run contracts:hardhat` runs it with the one from the lock file.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'hardhat/config';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const foundry = JSON.parse(
  execFileSync(join(root, 'node_modules', '.bin', 'forge'), ['config', '--json'], { cwd: root, encoding: 'utf8' }),
);

export default defineConfig({
  solidity: {
    version: require('solc/package.json').version,
    // Absolute, or Hardhat would look for a compiler to download.
    path: require.resolve('solc/soljson.js'),
    settings: {
      evmVersion: foundry.evm_version,
      viaIR: foundry.via_ir,
      optimizer: { enabled: foundry.optimizer, runs: foundry.optimizer_runs },
      metadata: { bytecodeHash: foundry.bytecode_hash, appendCBOR: foundry.cbor_metadata },
    },
  },
  paths: {
    sources: foundry.src,
    tests: { solidity: foundry.test },
    cache: 'contracts/target/hardhat/cache',
    artifacts: 'contracts/target/hardhat/artifacts',
  },
});
