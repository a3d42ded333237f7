#!/usr/bin/env node
// Lets Foundry use the npm build of the Solidity compiler: there is no download, and the lock file pins the version.
// Foundry asks for two things only: `--version`, and a compilation from standard JSON on stdin with every source inline.
const { readFileSync } = require('node:fs');
const solc = require('solc');

if (process.argv.includes('--version')) {
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}`);
} else if (process.argv.includes('--standard-json')) {
  process.stdout.write(solc.compile(readFileSync(0, 'utf8')));
} else {
  console.error('solc.cjs speaks --version and --standard-json only');
  process.exitCode = 1;
}
