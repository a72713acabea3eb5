import { budgetOf } from '../../core/budget.ts';
import type { Certificate } from '../../core/certificate.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { certificateMarkdown } from '../../report/certificate-markdown.ts';
import { certificateText } from '../../report/certificate-text.ts';
import { worldOf } from '../doctor/examining.ts';
import { incidentNamed } from '../incidents/incident-file.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { storeFolder, storeOption } from '../recorder/options.ts';
import { textStyle } from '../style.ts';
import { unlessAborted, untilInterrupted } from '../until-interrupted.ts';
import type { World } from '../world/world.ts';
import { verifyApplication } from './application.ts';
import { usualBudget } from './asking.ts';
import { certify, thisMachine } from './certify.ts';
import { fixOptions, namedFix, proveFix } from './fix.ts';
import { applicationOf, applicationOptions, chosenScenarios } from './options.ts';
import { secondCertificate, secondRun } from './second.ts';

/** Proves that a fix holds, and that an application fails as it should. */
export const verify = defineOperation({
  name: 'verify',
  summary: 'Prove that a fix holds, and that an application fails as it should',
  operands: '[INCIDENT]',
  about:
    'With an incident (its id, or a file that `faultline incidents export` wrote), asks whether the request that failed succeeds now, a good one still does, and bad ones are refused: by the rules and the simulator, or the API itself with --live. Nothing is called fixed when more has changed than what --fix names. With --app, drives your own application against the simulator: a normal call, a bad request, a refused key, a rate limit, an overload without end, an answer that breaks off, and a stub. It must not crash, hang, retry beyond its limit or before its time, show what the API said, or log a credential; its log must hold the request id of each call. The result is a certificate with five answers. Exit code: 0 proven, 1 not proven, 4 inconclusive or confounded.',
  options: {
    ...fixOptions,
    ...applicationOptions,
    second: {
      type: 'string',
      value: 'FILE',
      about: 'the certificate (--json) that the same command gave in another environment',
    },
    complete: { type: 'boolean', about: 'all five questions must be answered: what was not asked is inconclusive' },
    ...storeOption,
    json: {
      type: 'boolean',
      against: ['format=text', 'format=markdown'],
      about: 'print the certificate as one JSON object',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      about: 'text (default), json or markdown',
    },
  },
  examples: [
    {
      command: 'faultline verify inc_1k2m3n4p5abcdefghjk --request repaired.json --fix input',
      about: 'whether a repaired request is taken, without a call',
    },
    { command: 'faultline verify inc_1k2m3n4p5abcdefghjk --live --fix account', about: 'whether it works now' },
    { command: "faultline verify --app 'node app.js' --log app.log", about: 'a program that makes its calls and ends' },
    {
      command: "faultline verify --app 'npm start' --trigger http://localhost:3000/ask",
      about: 'a server; what it prints is its log',
    },
  ],
  run: async (input, host) => runVerify(input, host, worldOf(host)),
});

/** Runs the command in a given world. */
export async function runVerify(input: OperationInput, host: Host, world: World): Promise<ExitCode> {
  const [word] = input.args;
  const application = applicationOf(input, host);
  const scenarios = chosenScenarios(input);
  if (word === undefined) refuseLonely(input, application !== undefined);
  namedFix(input);
  const incident = word === undefined ? undefined : await incidentNamed(word, storeFolder(input, host), host);
  const secondFile = input.value('second');
  const second = secondFile === undefined ? undefined : await secondCertificate(secondFile, host);
  const { result: certificate, isInterrupted } = await untilInterrupted(async (signal) => {
    const mostLive = input.flag('live') ? budgetOf(input.value('budget'), usualBudget).requests : undefined;
    const driven = application && (await verifyApplication(application, scenarios, mostLive, host, signal));
    if (signal.aborted) return undefined;
    const { credentials = [], runs: applicationRuns = [] } = driven ?? {};
    const proof = incident && (await unlessAborted(signal, proveFix(incident, driven, { input, host, world })));
    if (incident && !proof) return undefined;
    const { variables = [], isHealedAnyway = false, request, spent } = proof ?? {};
    const about = {
      ...(incident ? { incident: headOf(incident) } : {}),
      ...(request === undefined ? {} : { request }),
      ...(spent ? { spent } : {}),
    };
    const runs = [...(proof?.runs ?? []), ...applicationRuns];
    const here = { ...about, runs, machine: thisMachine() };
    return certify({
      ...about,
      variables,
      isHealedAnyway,
      runs: second ? [...runs, secondRun(second, here)] : runs,
      given: {
        hasApplication: application !== undefined,
        isPartial: input.flag('scenario'),
        hasLog: application?.log !== undefined,
      },
      mustBeComplete: input.flag('complete'),
      now: host.now(),
      credentials: [...credentials, ...(proof?.credentials ?? [])],
    });
  });
  if (isInterrupted || !certificate) return exitCodes.interrupted;
  host.out(printed(certificate, input.flag('json') ? 'json' : (input.value('format') ?? 'text'), host));
  return exitCodeOf(certificate);
}

/** An application can call the API itself without an incident too. */
const callsLive: ReadonlySet<string> = new Set(['live', 'budget']);

/** What only makes sense with an incident, or with anything at all. */
function refuseLonely(input: OperationInput, hasApplication: boolean): void {
  const lonely = Object.keys(fixOptions).find((name) => input.flag(name) && !(hasApplication && callsLive.has(name)));
  if (lonely !== undefined) {
    throw new FaultlineError(
      'option-invalid',
      `--${lonely} does nothing without an incident.`,
      '`faultline incidents` lists them.',
    );
  }
  if (hasApplication) return;
  throw new FaultlineError(
    'operand-missing',
    'There is nothing to verify.',
    "Give an incident, or the application: `faultline verify --app 'node app.js'`.",
  );
}

function headOf({ id, at, verdict }: Incident): NonNullable<Certificate['incident']> {
  const { cause = 'unknown', title = 'A failure of unknown cause' } = verdict.findings[0] ?? {};
  return { id, at, cause, title };
}

function printed(certificate: Certificate, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'certificate', ...certificate }, undefined, 2)}\n`;
  return format === 'markdown' ? certificateMarkdown(certificate) : certificateText(certificate, textStyle(host));
}

function exitCodeOf({ result }: Certificate): ExitCode {
  if (result === 'proven') return exitCodes.nothingFound;
  return result === 'refuted' ? exitCodes.found : exitCodes.couldNotTell;
}
