import { resolve } from 'node:path';
import { digestOf } from '../../bundle/manifest.ts';
import { writeBundle } from '../../bundle/write.ts';
import { budgetOf } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { ToldStep } from '../../core/support-report.ts';
import { missingIn } from '../../report/support/missing.ts';
import { previewText } from '../../report/support/preview-text.ts';
import { knownTests } from '../../report/support/steps.ts';
import { writtenText } from '../../report/support/written-text.ts';
import { worldOf } from '../doctor/examining.ts';
import { targetOf } from '../doctor/target.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { customSecrets, redactOption } from '../redaction-options.ts';
import { storeOption } from '../recorder/options.ts';
import { textStyle } from '../style.ts';
import type { World } from '../world/world.ts';
import { bundleOf, type MadeBundle } from './files.ts';
import { gather, type ReportWishes } from './gather.ts';
import { incidentNamed } from './incident.ts';
import { openReport } from './open.ts';
import { rerunBudget, type LiveWish } from './rerun.ts';

/** Makes the bundle that support or a teammate needs, and opens one. */
export const report = defineOperation({
  name: 'report',
  summary: 'Make a report for support or a teammate, without secrets, or open one',
  operands: '[INCIDENT]',
  about:
    'Writes a folder, or a ZIP file, with everything that support asks for: the exact error, ids, times, versions, the steps taken with their results, what is ruled out and what is missing; the request with scripts that send it; and a picture. INCIDENT is an id, or a file of `faultline incidents export --json`. Every file is searched for secrets before it is written; where one is found, nothing is. The API is asked nothing without --live or --doctor.',
  options: {
    out: {
      type: 'string',
      value: 'PATH',
      against: ['open'],
      about: 'where to write it; a name that ends in .zip makes a ZIP file (a folder beside you unless said)',
    },
    preview: { type: 'boolean', against: ['out', 'open'], about: 'print every file whole, and write nothing' },
    share: {
      type: 'string',
      value: 'HOW',
      choices: ['shape', 'errors', 'all'],
      against: ['open'],
      about:
        'how much of bodies to show: shape (default): types, lengths and ids; all, or errors, as an incident is one',
    },
    redact: { ...redactOption.redact, against: ['open'] },
    doctor: {
      type: 'optional',
      value: 'FILE',
      against: ['open'],
      about: 'add the checks of `faultline doctor`: run them now, or take the result of its --json',
    },
    plan: { type: 'string', value: 'NAME', against: ['open'], about: 'the plan of the account, which no answer tells' },
    tried: {
      type: 'string',
      value: 'TEST=RESULT',
      multiple: true,
      against: ['open'],
      about:
        'what you tried yourself: clean-profile=, other-device=, other-network=, or any other test; may be repeated',
    },
    open: {
      type: 'string',
      value: 'PATH',
      replacesOperands: true,
      about: 'open a report: check it and judge it again',
    },
    live: { type: 'boolean', about: 'send the request once to the API that this environment points at' },
    'base-url': { type: 'string', value: 'URL', needs: 'live', about: 'send it here instead' },
    budget: { type: 'string', value: 'LIST', needs: 'live', about: 'the most to use: requests=N,tokens=N,seconds=N' },
    json: { type: 'boolean', about: 'print what was written, or what opening found, as JSON' },
    ...storeOption,
  },
  examples: [
    { command: 'faultline report inc_1k2m3n4p5abcdefghjk --preview', about: 'see all of it first' },
    {
      command: 'faultline report inc_1k2m3n4p5abcdefghjk --out report.zip --doctor',
      about: 'one file, with live checks',
    },
    {
      command: 'faultline report inc_1k2m3n4p5abcdefghjk --plan scale --tried other-network="fails too"',
      about: 'with what only you know',
    },
    { command: 'faultline report --open report.zip', about: 'check it, and judge it by the rules of today' },
    { command: 'faultline report --open report.zip --live', about: 'does it fail here too?' },
  ],
  run: async (input, host) => runReport(input, host, worldOf(host)),
});

/** Runs the command in a given world. */
export async function runReport(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const live = input.flag('live') ? liveWish(input, world) : undefined;
  const opened = input.value('open');
  if (opened !== undefined) return openReport(opened, live, input, host, world);
  const [word] = input.args;
  if (word === undefined) {
    throw new FaultlineError(
      'operand-missing',
      '`faultline report` needs an incident.',
      '`faultline incidents` lists their ids; `faultline report --open PATH` opens a report.',
    );
  }
  const incident = await incidentNamed(word, input, host);
  const path = input.value('out') ?? `faultline-report-${incident.id}`;
  const gathered = await gather(incident, wishesOf(input, live), host, world);
  const bundle = bundleOf(gathered, customSecrets(input, host));
  if (input.flag('preview')) {
    host.out(previewText(bundle.files.map(previewed), textStyle(host)));
    host.err('faultline: nothing was written; without --preview it is.\n');
    return exitCodes.nothingFound;
  }
  writeBundle(resolve(host.cwd, path), bundle.files, host.now());
  const written = { path, ...summaryOf(bundle), missing: missingIn(gathered) };
  host.out(
    input.flag('json')
      ? `${JSON.stringify({ kind: 'report', ...written }, undefined, 2)}\n`
      : writtenText(written, textStyle(host)),
  );
  return exitCodes.nothingFound;
}

function previewed({ path, bytes }: MadeBundle['files'][number]): Parameters<typeof previewText>[0][number] {
  const text = path.endsWith('.png') ? undefined : Buffer.from(bytes).toString('utf8');
  return { path, bytes: bytes.length, ...present({ text }) };
}

function summaryOf({ files, manifest }: MadeBundle): {
  readonly files: number;
  readonly bytes: number;
  readonly digest: string;
  readonly redactions: Readonly<Record<string, number>>;
} {
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    digest: digestOf(files.at(-1)?.bytes ?? new Uint8Array(0)),
    redactions: manifest.redactions,
  };
}

function liveWish(input: OperationInput, { machine }: World): LiveWish {
  const baseUrl = input.value('base-url');
  return {
    target: targetOf({ mayPay: true, ...present({ baseUrl }) }, machine.env, machine.now()),
    budget: budgetOf(input.value('budget'), rerunBudget),
  };
}

function wishesOf(input: OperationInput, live: LiveWish | undefined): ReportWishes {
  const file = input.value('doctor');
  return {
    share: (input.value('share') ?? 'shape') === 'shape' ? 'shape' : 'all',
    tried: input.values('tried').map(toldStep),
    ...(input.flag('doctor') ? { doctor: file === undefined ? { kind: 'run' } : { kind: 'file', path: file } } : {}),
    ...present({ live, plan: input.value('plan') }),
  };
}

function toldStep(written: string): ToldStep {
  const at = written.indexOf('=');
  if (at > 0 && written.slice(at + 1).trim() !== '')
    return { what: written.slice(0, at).trim(), result: written.slice(at + 1).trim() };
  throw new FaultlineError(
    'option-invalid',
    `--tried ${written} does not say what came of it.`,
    `Write for example --tried other-network="fails too"; support asks for ${Object.keys(knownTests).join(', ')}.`,
  );
}
