import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { codePlace, keepCode, keptCode } from './kept-code.ts';

/** What the built program's own file gives, `main.ts`. */
interface Program {
  readonly main: (words: readonly string[], atEnd?: () => Promise<void>) => Promise<void>;
  readonly warmUp: () => Promise<void>;
}

const folder = join(import.meta.dirname, 'cli');

/**
 * Runs the built program, with the code that an earlier run compiled. Node's own cache of compiled code has what a file
 * runs as it is loaded and no function that is called later; compiling those anew takes a fifth of the time that
 * explaining an error does.
 */
async function start(): Promise<void> {
  const place = codePlace(process.env);
  const kept = place === undefined ? undefined : keptCode(place);
  const script = scriptOf('main.cjs', kept);
  const program = exportsOf(script, 'main.cjs');
  if (!isProgram(program)) throw new Error(`${folder} does not hold the program.`);
  const isKept = kept !== undefined && script.cachedDataRejected !== true;
  await program.main(
    process.argv.slice(2),
    place === undefined || isKept ? undefined : async () => keepCode(place, script, program.warmUp),
  );
}

/** A file of the main job, as CommonJS wraps it. Finding it with Node's `require` would take longer than compiling it. */
function scriptOf(name: string, cachedData?: Buffer): Script {
  const filename = join(folder, name);
  const source = `(function (module, require, load, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  return new Script(source, { filename, cachedData });
}

const required = new Map<string, unknown>();

/** Runs a file. What it requires is a file of the main job too; what it loads is an ES module of another job. */
function exportsOf(script: Script, name: string): unknown {
  const run: unknown = script.runInThisContext();
  const module: { exports: unknown } = { exports: {} };
  const require = (path: string): unknown => {
    if (!required.has(path)) required.set(path, exportsOf(scriptOf(path), path));
    return required.get(path);
  };
  if (typeof run === 'function') Reflect.apply(run, undefined, [module, require, load, join(folder, name), folder]);
  return module.exports;
}

async function load(path: string): Promise<unknown> {
  // The main job needs neither of the two modules.
  process.getBuiltinModule('node:module').enableCompileCache?.();
  const { pathToFileURL } = process.getBuiltinModule('node:url');
  return import(pathToFileURL(join(folder, path)).href);
}

function isProgram(value: unknown): value is Program {
  return typeof value === 'object' && value !== null && 'main' in value && 'warmUp' in value;
}

await start();
