import { bundleLibrary, bundleProgram, type Bundle } from '../build.ts';
import { noneOf, type Check } from './check.ts';
import { packed } from './packed.ts';

/** Upper bounds; raise one only with a reason in the commit. */
const budget = { programBytes: 6_500_000, tarballBytes: 2_500_000 };

/** The program stays small, and holds neither examples nor tests nor a package. */
export const bundleCheck: Check = {
  name: 'bundle',
  run: async () => {
    const program = await bundleProgram();
    const programBytes = program.files.reduce((sum, file) => sum + file.contents.length, 0);
    const { tarballBytes } = await packed();
    return noneOf([
      ...atMost('the program', programBytes, budget.programBytes),
      ...atMost('the packed package', tarballBytes, budget.tarballBytes),
      ...Object.keys(program.metafile.inputs)
        .filter((path) => /\.(?:examples|test)\.ts$|node_modules/.test(path))
        .map((path) => `the program must not hold ${path}`),
      ...commandsIn(program, 'dist/cli/main.cjs').map(
        (path) => `the program's own file must not hold ${path}: name it in scripts/build.ts`,
      ),
      ...builtinsIn(program, 'dist/cli/main.cjs').map(
        (name) => `the program's own file must not load ${name} at its start: take it where it is used`,
      ),
      ...externals(program, Object.keys(program.metafile.outputs))
        .filter((name) => !name.startsWith('./'))
        .map((name) => `the program loads ${name}`),
      ...externals(await bundleLibrary(), ['dist/check.js']).map(
        (name) => `faultline/check must run in a browser, but loads ${name}`,
      ),
    ]);
  },
};

/** The same sources give the same bytes. */
export const repeatableCheck: Check = {
  name: 'repeatable build',
  run: async () => {
    const [one, other] = [await bundleProgram(), await bundleProgram()];
    return noneOf(
      one.files
        .filter((file, at) => !Buffer.from(file.contents).equals(other.files[at]?.contents ?? new Uint8Array()))
        .map((file) => `${file.path} differs between two builds`),
    );
  },
};

/** Commands but for the main one that lie inside a file; each should be a file of its own. */
function commandsIn({ metafile }: Bundle, output: string): readonly string[] {
  return Object.keys(metafile.outputs[output]?.inputs ?? {}).filter((path) =>
    /app\/(?!explain\/)[\w-]+\/operation\.ts$/.test(path),
  );
}

/** Built-in modules that a file takes when it is loaded and that Node has not loaded by then: milliseconds each. */
function builtinsIn({ metafile }: Bundle, output: string): readonly string[] {
  return Object.keys(metafile.outputs[output]?.inputs ?? {}).flatMap((path) => {
    const name = /^lazy-builtin:(.*)/.exec(path)?.[1];
    return name === undefined || /^node:(?:buffer|fs|os|path|url)$/.test(name) ? [] : [name];
  });
}

function atMost(what: string, bytes: number, limit: number): readonly string[] {
  return bytes <= limit ? [] : [`${what} has ${bytes} bytes; the budget is ${limit}`];
}

/** What output files load from outside the bundle, themselves or through their chunks. */
function externals({ metafile }: Bundle, outputs: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const imported of metafile.outputs[path]?.imports ?? []) {
      if (imported.external === true) found.add(imported.path);
      else walk(imported.path);
    }
  };
  for (const path of outputs) walk(path);
  return [...found];
}
