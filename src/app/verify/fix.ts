import {
  variableNames,
  type CertificateRun,
  type CertificateVariable,
  type VariableName,
} from '../../core/certificate.ts';
import { budgetOf } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import type { Incident } from '../../core/incident.ts';
import { nearest } from '../../core/nearest.ts';
import { endpointOf } from '../../capture/request/endpoint.ts';
import { failureOfVerdict } from '../../experiments/oracles/answer.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';
import type { Host, OperationInput, OptionSpec } from '../operation.ts';
import type { World } from '../world/world.ts';
import type { Driven } from './application.ts';
import { askerFor, usualBudget } from './asking.ts';
import {
  compare,
  fingerprintOfAnswer,
  fingerprintOfCall,
  fingerprintOfIncident,
  fingerprintOfRequest,
  requestHash,
  together,
  type Fingerprint,
} from './fingerprint.ts';
import { runFix } from './request-runs.ts';
import { matching, originalOf, requestIn, requestOfCall, shortRequest } from './subject.ts';

/** The flags by which the fix of an incident is verified. */
export const fixOptions = {
  fix: {
    type: 'string',
    value: 'NAME,...',
    multiple: true,
    about: `what was changed on purpose: ${variableNames.join(', ')}; any other change confounds the result`,
  },
  request: {
    type: 'string',
    value: 'FILE',
    about: 'the repaired request (with --app, what the application sends now)',
  },
  good: {
    type: 'string',
    value: 'FILE',
    about: 'a request that worked before and must still (a short one unless said)',
  },
  live: { type: 'boolean', about: 'ask the API itself; paid calls ask for one token where the request allows it' },
  budget: {
    type: 'string',
    value: 'LIST',
    needs: 'live',
    about: `the most that live calls may use (requests=${usualBudget.requests},tokens=${usualBudget.tokens},seconds=${usualBudget.seconds})`,
  },
} as const satisfies Record<string, OptionSpec>;

/** What came of putting the fix of an incident to the proof. */
export interface FixProof {
  readonly runs: readonly CertificateRun[];
  readonly variables: readonly CertificateVariable[];
  readonly isHealedAnyway: boolean;
  readonly request?: string;
  readonly spent?: { readonly requests: number; readonly tokens: number; readonly seconds: number };
  /** What live calls were made with. */
  readonly credentials: readonly string[];
}

/** The variables that the user names as the fix. */
export function namedFix(input: OperationInput): ReadonlySet<VariableName> {
  const words = input.values('fix').flatMap((value) => value.split(',').map((word) => word.trim()));
  return new Set(words.map(variableOf));
}

function variableOf(word: string): VariableName {
  const known = variableNames.find((name) => name === word);
  if (known) return known;
  const meant = nearest(word, variableNames);
  throw new FaultlineError(
    'option-invalid',
    `--fix ${word} is none of ${variableNames.join(', ')}.`,
    meant === undefined ? 'Name what was changed on purpose.' : `Did you mean --fix ${meant}?`,
  );
}

/** Puts the fix of an incident to the proof, with what the application did in a normal run, where there is one. */
export async function proveFix(
  incident: Incident,
  driven: Pick<Driven, 'calls' | 'areCallsLive'> | undefined,
  { input, host, world }: { readonly input: OperationInput; readonly host: Host; readonly world: World },
): Promise<FixProof> {
  const fix = namedFix(input);
  const original = originalOf(incident);
  const call = driven && matching(incident, driven.calls);
  const file = input.value('request');
  const repaired = file === undefined ? call && requestOfCall(call) : await requestIn(file, host);
  const goodFile = input.value('good');
  const good = goodFile === undefined ? shortRequest(incident, repaired) : await requestIn(goodFile, host);
  const { facts, findings } = incident.verdict;
  const isLive = input.flag('live');
  const known = failureOfVerdict(incident.verdict);
  const isInAnswer = (incident.response?.status ?? 400) < 300;
  const asker = askerFor(
    facts.platform ?? endpointOf(incident.upstream + incident.request.path).platform ?? 'direct',
    isLive
      ? {
          budget: budgetOf(input.value('budget'), usualBudget),
          keepsMaxTokens: isInAnswer || /max-tokens|streaming/.test(findings[0]?.cause ?? ''),
          judgesAnswers: isInAnswer,
        }
      : undefined,
    host,
    world,
  );
  const hasChanged = repaired !== undefined && (!original || hashOf(repaired) !== hashOf(original));
  const proof = await runFix(
    {
      known,
      good,
      ...(original ? { original } : {}),
      ...(hasChanged ? { repaired } : {}),
    },
    asker,
  );
  const subject = repaired ?? original;
  const body = subject && bodyOf(subject);
  const now: Fingerprint = together(
    body ? fingerprintOfRequest(body, subject.headers) : { environment: {} },
    ...(call ? [fingerprintOfCall(call, driven.areCallsLive)] : []),
    ...(proof.answerHeaders && asker.baseUrl !== undefined
      ? [fingerprintOfAnswer(proof.answerHeaders, asker.baseUrl)]
      : []),
  );
  const { requests, tokens, seconds } = asker.spent();
  return {
    ...proof,
    credentials: asker.credentials,
    variables: compare(fingerprintOfIncident(incident), now, fix),
    ...(body ? { request: requestHash(body) } : {}),
    ...(isLive ? { spent: { requests, tokens, seconds } } : {}),
  };
}

/** Equal for equal requests; a body that is no JSON object stands for itself. */
function hashOf(request: StudiedRequest): string {
  const body = bodyOf(request);
  return body ? requestHash(body) : request.text;
}
