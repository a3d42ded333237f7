#!/usr/bin/env node
// Runs a command unless nothing that it depends on has changed since it last succeeded.
//
//   node tools/unless-unchanged.mjs --stamp target/x.stamp --inputs a b c [--outputs d e] [--unless-linked f] -- command args
//
// --inputs         files and folders (whole trees) whose contents are hashed, together with the command itself;
//                  a path that does not exist counts as empty
// --outputs        files and folders that the command makes; it runs when one is missing or not as the command left it
// --unless-linked  never runs when this path is a symbolic link: what it points to belongs to another checkout
//
// Paths are relative to the working directory. The stamp is written only after the command has succeeded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders that builds fill and that are never an input. */
const BUILT = new Set(['node_modules', 'target', 'dist', 'out', 'cache', '.git']);

/** Splits the arguments at the command: `{ stamp: string[], inputs: string[], …, command: string[] }`. */
function parse(argv) {
  const at = argv.indexOf('--');
  if (at < 0 || at === argv.length - 1) throw new Error('no command: put it after --');
  const options = { stamp: [], inputs: [], outputs: [], 'unless-linked': [] };
  let current;
  for (const argument of argv.slice(0, at)) {
    if (argument.startsWith('--')) {
      current = options[argument.slice(2)];
      if (!current) throw new Error(`unknown option ${argument}`);
    } else if (current) {
      current.push(argument);
    } else {
      throw new Error(`${argument} belongs to no option`);
    }
  }
  if (options.stamp.length !== 1) throw new Error('exactly one --stamp is needed');
  if (options.inputs.length === 0) throw new Error('at least one of --inputs is needed');
  return { ...options, command: argv.slice(at + 1) };
}

function* filesIn(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!BUILT.has(name)) yield* filesIn(join(path, name));
  }
}

/** SHA-256 over `facts` and over the name and contents of every file in `paths`, in hex. */
function fingerprint(paths, facts = []) {
  const hash = createHash('sha256').update(JSON.stringify([paths, facts]));
  for (const path of paths) {
    for (const file of filesIn(path)) {
      const contents = readFileSync(file);
      hash.update(`${JSON.stringify(file)} ${contents.length}\n`).update(contents);
    }
  }
  return hash.digest('hex');
}

function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function main() {
  const { stamp: [stamp], inputs, outputs, 'unless-linked': links, command } = parse(process.argv.slice(2));
  if (links.some(isLink)) return 0;
  const before = fingerprint(inputs, command);
  const complete = () => outputs.every((output) => existsSync(output));
  if (complete() && existsSync(stamp) && readFileSync(stamp, 'utf8') === `${before} ${fingerprint(outputs)}\n`) return 0;

  rmSync(stamp, { force: true });
  const windows = process.platform === 'win32'; // where npm is a script that only a shell starts
  const { status, error } = spawnSync(command[0], command.slice(1), { stdio: 'inherit', shell: windows });
  if (error) throw new Error(`cannot run ${command[0]}: ${error.message}`);
  if (status !== 0) return status ?? 1;
  if (!complete()) throw new Error(`${command.join(' ')} succeeded without making ${outputs.join(', ')}`);
  mkdirSync(dirname(stamp), { recursive: true });
  // The inputs as they were when the command started: an edit while it ran makes it run again.
  writeFileSync(stamp, `${before} ${fingerprint(outputs)}\n`);
  return 0;
}

try {
  process.exitCode = main();
} catch (problem) {
  console.error(`unless-unchanged: ${problem.message}`);
  process.exitCode = 2;
}
