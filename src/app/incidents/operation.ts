import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { FaultlineError } from '../../core/error.ts';
import { nearest } from '../../core/nearest.ts';
import { incidentListText } from '../../report/incident-list.ts';
import { incidentText } from '../../report/incident-text.ts';
import { openStore } from '../../store/sqlite.ts';
import { usualBounds, type IncidentStore } from '../../store/store.ts';
import { storeFolder, storeOption } from '../recorder/options.ts';
import { customSecrets, redactOption, shareOf, shareOption } from '../redaction-options.ts';
import { textStyle } from '../style.ts';
import { exportIncident, exportForms } from './export.ts';
import { importHar } from './import.ts';
import { openPage } from './open.ts';
import { missing } from './stored.ts';

const dayMs = 86_400_000;

/** Shows and manages what was kept. */
export const incidents = defineOperation({
  name: 'incidents',
  summary: 'List, show, open, export and remove the failing calls that were kept',
  operands: '[list | show ID | open ID | export ID | import FILE.har | rm ID... | prune]',
  operandChoices: async () => Object.keys(actions),
  about:
    'Works on the incidents that `faultline run` and `faultline record` keep, without a network. They hold no credential: what is taken out leaves its kind and length. `faultline explain` and `faultline check` take the id of an incident too.',
  options: {
    ...storeOption,
    cause: { type: 'string', value: 'ID', about: 'list only incidents of this cause' },
    json: { type: 'boolean', about: 'print as JSON; with export, the whole record' },
    har: { type: 'boolean', about: 'export as a HAR file' },
    curl: { type: 'boolean', about: 'export the request as a curl command that takes the key from a variable' },
    http: { type: 'boolean', about: 'export request and answer as HTTP text' },
    ...shareOption,
    ...redactOption,
    'max-age': { type: 'string', value: 'DAYS', about: 'with prune: remove what was kept longer ago (30)' },
    'max-size': { type: 'string', value: 'MB', about: 'with prune: remove what was kept first beyond this size (200)' },
  },
  examples: [
    { command: 'faultline incidents', about: 'what failed, by cause' },
    { command: 'faultline incidents show inc_1k2m3n4p5abcdefghjk', about: 'everything known of one' },
    { command: 'faultline incidents open inc_1k2m3n4p5abcdefghjk', about: 'the same as a page in the browser' },
    { command: 'faultline incidents export inc_1k2m3n4p5abcdefghjk --curl', about: 'send it again by hand' },
    { command: 'faultline incidents prune --max-age 7', about: 'keep a week' },
  ],
  async run(input, host) {
    const [name = 'list', ...rest] = input.args;
    const action = actions[name];
    if (!action) throw unknownAction(name);
    const folder = storeFolder(input, host);
    const store = openStore(folder, 'create');
    try {
      return await action({ input, host, store }, rest);
    } finally {
      await store.close();
    }
  },
});

/** What an action works with. */
interface Desk {
  readonly input: OperationInput;
  readonly host: Host;
  readonly store: IncidentStore;
}

const actions: Readonly<Record<string, (desk: Desk, words: readonly string[]) => Promise<ExitCode>>> = {
  async list({ input, host, store }) {
    const cause = input.value('cause');
    const lines = await store.list(cause === undefined ? {} : { cause });
    if (cause !== undefined && lines.length === 0) await refuseUnknownCause(cause);
    host.out(
      input.flag('json')
        ? `${JSON.stringify(lines, undefined, 2)}\n`
        : incidentListText(lines, store.place, textStyle(host), cause),
    );
    return exitCodes.nothingFound;
  },
  async show({ input, host, store }, [id]) {
    const incident = await store.get(named(id, 'show'));
    if (!incident) return missing(named(id, 'show'), store.place);
    host.out(
      input.flag('json') ? `${JSON.stringify(incident, undefined, 2)}\n` : incidentText(incident, textStyle(host)),
    );
    return exitCodes.nothingFound;
  },
  async open({ input, host, store }, [id]) {
    const incident = await store.get(named(id, 'open'));
    if (!incident) return missing(named(id, 'open'), store.place);
    return openPage(incident, shareOf(input), customSecrets(input, host), host);
  },
  async export({ input, host, store }, [id]) {
    const incident = await store.get(named(id, 'export'));
    if (!incident) return missing(named(id, 'export'), store.place);
    const form = exportForms.find((one) => input.flag(one)) ?? 'json';
    const { text, report } = exportIncident(incident, form, shareOf(input), customSecrets(input, host));
    host.out(text);
    host.err(report);
    return exitCodes.nothingFound;
  },
  async import({ input, host, store }, [file]) {
    const kept = { share: shareOf(input), secrets: customSecrets(input, host) };
    return importHar(named(file, 'import'), store, host, kept);
  },
  async rm({ host, store }, ids) {
    const wanted = [...new Set(ids.length === 0 ? [named(undefined, 'rm')] : ids)];
    const unknown: string[] = [];
    for (const id of wanted) if ((await store.remove([id])) === 0) unknown.push(id);
    host.out(`${wanted.length - unknown.length} of ${wanted.length} removed.\n`);
    if (unknown.length === 0) return exitCodes.nothingFound;
    return missing(unknown.join(', '), store.place);
  },
  async prune({ input, host, store }) {
    const mostAgeMs = amount(input, 'max-age', usualBounds.mostAgeMs / dayMs) * dayMs;
    const mostBytes = amount(input, 'max-size', usualBounds.mostBytes / 1e6) * 1e6;
    const count = await store.prune({ mostAgeMs, mostBytes }, host.now());
    host.out(`${count} removed.\n`);
    return exitCodes.nothingFound;
  },
};

function named(word: string | undefined, action: string): string {
  if (word !== undefined) return word;
  throw new FaultlineError(
    'operand-missing',
    `\`faultline incidents ${action}\` needs ${action === 'import' ? 'a file' : 'an id'}.`,
    action === 'import'
      ? 'Give a HAR file: `faultline incidents import calls.har`.'
      : '`faultline incidents` lists the ids.',
  );
}

function amount(input: OperationInput, name: string, usual: number): number {
  const written = input.value(name);
  if (written === undefined) return usual;
  if (/^\d{1,7}(?:\.\d+)?$/.test(written)) return Number(written);
  throw new FaultlineError(
    'option-invalid',
    `--${name} ${written} is no number.`,
    `Write it in digits: --${name} ${usual}.`,
  );
}

/** A word that names no cause is a mistake, and not a cause without incidents. */
async function refuseUnknownCause(id: string): Promise<void> {
  const { causes } = await import('../../causes/index.ts');
  const ids = causes.map((cause) => cause.id);
  if (id === 'unknown' || ids.includes(id)) return;
  const meant = nearest(id, ids);
  throw new FaultlineError(
    'cause-unknown',
    `There is no cause ${id}.`,
    meant === undefined ? '`faultline causes` lists them.' : `Did you mean --cause ${meant}?`,
  );
}

function unknownAction(name: string): FaultlineError {
  const meant = nearest(name, Object.keys(actions));
  return new FaultlineError(
    'action-unknown',
    `\`faultline incidents\` cannot ${name}.`,
    meant === undefined ? 'See `faultline incidents --help`.' : `Did you mean \`faultline incidents ${meant}\`?`,
  );
}
