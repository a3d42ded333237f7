import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('unless-unchanged.mjs', import.meta.url));
let folder;

/** The command under test counts its runs and copies its input. */
const copy = "const fs = require('fs'); fs.appendFileSync('runs', '.'); fs.copyFileSync('in/a', 'copy')";
const runs = () => (existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').length : 0);

function run(program = copy, options = ['--inputs', 'in', '--outputs', 'copy']) {
  const args = [script, '--stamp', 'deep/x.stamp', ...options, '--', process.execPath, '-e', program];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unless-unchanged-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'a'), 'one');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('runs once while nothing changes', () => {
  assert.equal(run().status, 0);
  assert.equal(run().status, 0);
  assert.equal(runs(), 1);
});

test('runs again when an input changes, appears or disappears', () => {
  run();
  writeFileSync(join(folder, 'in', 'a'), 'two');
  run();
  assert.equal(runs(), 2);
  writeFileSync(join(folder, 'in', 'b'), '');
  run();
  assert.equal(runs(), 3);
  rmSync(join(folder, 'in', 'b'));
  run();
  assert.equal(runs(), 4);
});

test('takes no notice of what builds leave among the inputs', () => {
  run();
  mkdirSync(join(folder, 'in', 'node_modules'));
  writeFileSync(join(folder, 'in', 'node_modules', 'b'), '');
  run();
  assert.equal(runs(), 1);
});

test('runs again when the command changes', () => {
  run();
  run(`${copy};`);
  assert.equal(runs(), 2);
});

test('runs again when an output is missing or was changed by someone else', () => {
  run();
  rmSync(join(folder, 'copy'));
  run();
  assert.equal(runs(), 2);
  appendFileSync(join(folder, 'copy'), '!');
  run();
  assert.equal(runs(), 3);
});

test('passes a failure on and runs again after it', () => {
  run();
  writeFileSync(join(folder, 'in', 'a'), 'two');
  assert.equal(run(`${copy}; process.exit(7)`).status, 7);
  writeFileSync(join(folder, 'in', 'a'), 'one');
  run();
  assert.equal(runs(), 3);
});

test('fails when the command does not make its output', () => {
  const { status, stderr } = run('0');
  assert.equal(status, 2);
  assert.match(stderr, /without making copy/);
});

test('leaves a linked folder to its owner', () => {
  symlinkSync('in', join(folder, 'link'));
  assert.equal(run(copy, ['--inputs', 'in', '--unless-linked', 'link']).status, 0);
  assert.equal(runs(), 0);
});

test('says what is wrong with its arguments', () => {
  const { status, stderr } = run(copy, ['--input', 'in']);
  assert.equal(status, 2);
  assert.equal(stderr, 'unless-unchanged: unknown option --input\n');
});
