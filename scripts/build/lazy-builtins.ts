import { getBuiltinModule } from 'node:process';
import type { Plugin } from 'esbuild';

const named = 'lazy-builtin';
const whole = 'lazy-builtin-whole';

/**
 * Takes Node's built-in modules through `process.getBuiltinModule`. An `import` of one reads every property that it
 * exports, and with them loads what Node itself loads lazily: streams and promises for `node:fs`, all three standard
 * streams for `node:process`. That costs more than all of our own code.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, kind }) => ({
      path,
      namespace: kind === 'dynamic-import' ? whole : named,
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: named }, ({ path }) => ({ contents: exportsByName(path) }));
    build.onLoad({ filter: /.*/, namespace: whole }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/** A module that exports what the built-in does, and reads only the names that somebody imports. */
function exportsByName(path: string): string {
  const names = Object.keys(getBuiltinModule(path) ?? {}).filter((name) => /^[A-Za-z]\w*$/.test(name));
  return [
    `const builtin = /* @__PURE__ */ process.getBuiltinModule('${path}');`,
    'const read = (name) => builtin[name];',
    'export default builtin;',
    ...names
      .filter((name) => name !== 'default')
      .map((name) => `const ${name}_ = /* @__PURE__ */ read('${name}'); export { ${name}_ as ${name} };`),
  ].join('\n');
}
