import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { causeIds, exactGates, familyGates, signIndex, signLines } from '../src/causes/candidates.generated.ts';
import { lazyBuiltins } from './build/lazy-builtins.ts';
import { root } from './set-up/set-up.mjs';

/** The folder that everything is built into. */
export const dist = join(root, 'dist');

/** What a build gives: the files, not yet written, and how they hang together. */
export interface Bundle {
  readonly files: readonly { readonly path: string; readonly contents: Uint8Array }[];
  readonly metafile: Metafile;
}

const shared = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  legalComments: 'none',
  // A file in ASCII is held and compiled as one byte a character.
  charset: 'ascii',
  minifySyntax: true,
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * The files of the program in `dist/cli/`, by the module that each begins with. A module here that another imports
 * dynamically is left to its own file: explaining one error is the main job, and loads the program, the few causes
 * that can fit, and nothing of the rest.
 */
function programFiles(): Readonly<Record<string, string>> {
  const causes = readdirSync(join(root, 'src', 'causes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: locus }) =>
      readdirSync(join(root, 'src', 'causes', locus))
        .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
        .map((name): [string, string] => [`src/causes/${locus}/${name}`, `cause/${name.slice(0, -'.ts'.length)}`]),
    );
  return {
    'src/cli/main.ts': 'main',
    'src/cli/help.ts': 'help',
    'src/cli/completion.ts': 'completion',
    'src/app/explain/operation.ts': 'explain',
    'src/app/explain/log.ts': 'log',
    'src/app/explain/ndjson.ts': 'ndjson',
    'src/app/causes/operation.ts': 'causes',
    'src/app/check/operation.ts': 'check',
    'src/app/diagnose/operation.ts': 'diagnose',
    'src/app/doctor/operation.ts': 'doctor',
    'src/app/simulate/operation.ts': 'simulate',
    'src/app/reduce/operation.ts': 'reduce',
    'src/app/isolate/operation.ts': 'isolate',
    'src/app/run/operation.ts': 'run',
    'src/app/verify/operation.ts': 'verify',
    'src/app/record/operation.ts': 'record',
    'src/app/ramp/operation.ts': 'ramp',
    'src/app/recorder/thread.ts': 'recorder',
    'src/app/incidents/operation.ts': 'incidents',
    'src/app/report/operation.ts': 'report',
    'src/app/baseline/operation.ts': 'baseline',
    'src/app/incidents/stored.ts': 'stored',
    'src/register.ts': 'register',
    'src/causes/index.ts': 'all-causes',
    ...Object.fromEntries(causes),
  };
}

/**
 * The files that explaining one error loads. They are CommonJS: Node loads that a millisecond or two sooner than
 * ES modules, and every other file is loaded by a command that takes longer anyway.
 */
const isOfMainJob = (name: string): boolean => name === 'main' || name.startsWith('cause/');
const extensionOf = (name: string): string => (isOfMainJob(name) ? '.cjs' : '.js');

/**
 * Commands that wait for a network, a person or many questions, and hold the rules, the causes and the probes. They share
 * their code in files of their own, since each of them whole is a megabyte; a few milliseconds more are nothing to them.
 */
const sharing: ReadonlySet<string> = new Set([
  'diagnose',
  'doctor',
  'simulate',
  'reduce',
  'isolate',
  'run',
  'verify',
  'record',
  'ramp',
  'report',
  'baseline',
]);

/**
 * Bundles the command line program. The files of quick commands share nothing: a shared one would cost another
 * millisecond or more of every start, and what several hold is held twice.
 */
export async function bundleProgram(): Promise<Bundle> {
  const files = programFiles();
  const entriesOf = (isChosen: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).flatMap(([module, name]) => (isChosen(name) ? [[`cli/${name}`, module]] : [])),
    );
  // Names stay whole, so that a stack trace can be read.
  const plugins = [lazyBuiltins, filesApart(files)];
  const program = { ...shared, minifyWhitespace: true, plugins };
  const [mainJob, quick, slow] = await Promise.all([
    bundle({
      ...program,
      plugins: [...plugins, causeTable, modelsApart],
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      entryPoints: { ...entriesOf(isOfMainJob), 'cli/cause/models': modelsFile },
      define: { 'import.meta.dirname': '__dirname' },
    }),
    bundle({ ...program, entryPoints: entriesOf((name) => !isOfMainJob(name) && !sharing.has(name)) }),
    bundle({
      ...program,
      splitting: true,
      chunkNames: 'cli/shared-[hash]',
      entryPoints: entriesOf((name) => sharing.has(name)),
    }),
  ]);
  const mainFiles = [
    { path: join(dist, 'cli', 'causes.txt'), contents: Buffer.from(Object.values(tableParts).join(''), 'latin1') },
    ...mainJob.files.map(loadedByHand),
  ];
  const entry = await bundle({
    ...program,
    entryPoints: { cli: 'src/cli/start.ts' },
    banner: { js: '#!/usr/bin/env node' },
    define: { buildId: JSON.stringify(hashOf(mainFiles)) },
  });
  return {
    files: [...entry.files, ...mainFiles, ...quick.files, ...slow.files],
    metafile: {
      inputs: {
        ...entry.metafile.inputs,
        ...mainJob.metafile.inputs,
        ...quick.metafile.inputs,
        ...slow.metafile.inputs,
      },
      outputs: {
        ...entry.metafile.outputs,
        ...mainJob.metafile.outputs,
        ...quick.metafile.outputs,
        ...slow.metafile.outputs,
      },
    },
  };
}

/** Tells one build of the main job from another. */
function hashOf(files: Bundle['files']): string {
  const hash = createHash('sha256');
  for (const { contents } of files) hash.update(contents);
  return hash.digest('hex').slice(0, 12);
}

/**
 * The files of the main job load others through what `src/cli/start.ts` hands them. They are all ASCII, which is read and
 * held as one byte a character: what the bundler leaves as it is stands in patterns, where an escape says the same.
 */
function loadedByHand({ path, contents }: Bundle['files'][number]): Bundle['files'][number] {
  const text = Buffer.from(contents)
    .toString()
    .replaceAll('import("./cause/', 'require("./cause/')
    .replaceAll('import("./', 'load("./')
    .replaceAll(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return { path, contents: Buffer.from(text) };
}

/** The parts of the table of causes, of which the built program has one file. */
const tableParts = { signIndex, exactGates, familyGates, causeIds, signLines };

/**
 * Reads the signs of all causes, a third of the program, and their index from a file: as code they would be read, hashed
 * and kept twice. They stay bytes outside of the heap, of which those of a few causes are made strings.
 */
const causeTable: Plugin = {
  name: 'cause-table',
  setup(context) {
    context.onLoad({ filter: /causes[/\\]table\.ts$/ }, ({ path }) => {
      let start = 0;
      const parts = Object.entries(tableParts).map(([name, { length }]) => {
        const part = `file.latin1Slice(${start}, ${start + length})`;
        start += length;
        return { name, part, start: start - length };
      });
      let end = parts.at(-1)?.start ?? 0;
      const ends = [end - 1, ...signLines.split('\v').map((signs) => (end += signs.length + 1) - 1)];
      return {
        loader: 'js',
        resolveDir: dirname(path),
        contents: [
          "import { readFileSync } from 'node:fs';",
          'const file = /* @__PURE__ */ readFileSync(`${__dirname}/causes.txt`);',
          ...parts.flatMap(({ name, part }) =>
            name === 'signLines' ? [] : [`export const ${name} = /* @__PURE__ */ ${part};`],
          ),
          `const ends = ${JSON.stringify(ends)};`,
          'export const signsOf = (cause) => file.latin1Slice(ends[cause] + 1, ends[cause + 1]);',
          'export const loadCause = async (index) => {',
          "  const id = causeIds.split(' ')[index];",
          '  const name = id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());',
          '  const path = `./cause/${id}.cjs`;',
          '  return require(path)[name];',
          '};',
        ].join('\n'),
      };
    });
  },
};

/** What the causes that have to do with models know of all of them: a text that names one loads several of those causes. */
const ofModels = ['causes/named-model.ts', 'facts/model-lookup.ts', 'facts/model-suggestions.ts', 'facts/models.ts'];
const modelsFile = 'models-of-causes';

/** Puts what causes know of models into one file, which they share. */
const modelsApart: Plugin = {
  name: 'models-apart',
  setup(context) {
    const paths = new Set(ofModels.map((path) => join(root, 'src', path)));
    context.onResolve({ filter: new RegExp(`^${modelsFile}$`) }, () => ({ path: modelsFile, namespace: modelsFile }));
    context.onLoad({ filter: /.*/, namespace: modelsFile }, () => ({
      resolveDir: join(root, 'src'),
      contents: ofModels.map((path) => `export * from './${path}';`).join('\n'),
    }));
    context.onResolve({ filter: /\.ts$/ }, ({ path, importer, namespace, resolveDir }) =>
      namespace !== modelsFile && !paths.has(importer) && paths.has(join(resolveDir, path))
        ? { path: './cause/models.cjs', external: true }
        : undefined,
    );
  },
};

/** Leaves a module to its own file where it is imported dynamically. */
function filesApart(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'files-apart',
    setup(context) {
      context.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
        const name = files[relative(root, join(resolveDir, path)).replaceAll('\\', '/')];
        return kind === 'dynamic-import' && name !== undefined
          ? { path: `./${name}${extensionOf(name)}`, external: true }
          : undefined;
      });
    },
  };
}

/** Bundles the library entry points, which share their code. */
export async function bundleLibrary(): Promise<Bundle> {
  return bundle({
    ...shared,
    splitting: true,
    entryPoints: {
      index: 'src/index.ts',
      check: 'src/check.ts',
      client: 'src/client/index.ts',
      simulator: 'src/simulator/index.ts',
    },
    chunkNames: 'lib/[name]-[hash]',
  });
}

async function bundle(options: BuildOptions & { readonly write: false; readonly metafile: true }): Promise<Bundle> {
  const { outputFiles, metafile } = await build(options);
  return { files: outputFiles, metafile };
}

/** Writes the declarations of the library entry points, with the TypeScript compiler. */
export async function writeTypes(directory: string): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '-p', join(root, 'tsconfig.types.json'), '--outDir', directory];
  const code = await new Promise<number | null>((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit', cwd: root }).on('close', resolve);
  });
  if (code !== 0) throw new Error('The declarations could not be written.');
  // The compiler leaves `./x.ts` in declarations as it is; a consumer has only `x.d.ts`, which is found as `./x.js`.
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll(/((?:from|import\() ?['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js'),
    );
  }
}

/**
 * Puts every file in place whole, entry points last, and then removes what an earlier build left: a program that is
 * started meanwhile never sees half a file.
 */
function place(files: Bundle['files'], keep: (path: string) => boolean): void {
  const paths = new Set(files.map((file) => file.path));
  for (const { path, contents } of files.toSorted((a, b) => depth(b.path) - depth(a.path))) {
    mkdirSync(dirname(path), { recursive: true });
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !paths.has(path) && !keep(relative(dist, path))) rmSync(path, { force: true });
  }
}

function depth(path: string): number {
  return path.split(/[\\/]/).length;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { program: { type: 'boolean', default: false } } });
  const startedAt = new Date();
  const program = join(dist, 'cli.js');
  if (values.program) {
    place((await bundleProgram()).files, (path) => !path.startsWith('cli'));
  } else {
    const types = join(dist, 'types');
    rmSync(types, { recursive: true, force: true });
    const [one, other] = await Promise.all([bundleProgram(), bundleLibrary(), writeTypes(types)]);
    place([...one.files, ...other.files], (path) => path.startsWith('types'));
  }
  chmodSync(program, 0o755);
  // A source that changes during the build is newer than the program, as it must be.
  utimesSync(program, startedAt, startedAt);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
