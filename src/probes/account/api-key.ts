import { isArray, isObject, textOf } from '../../core/json.ts';
import { defineProbe, type ProbeFinding, type ProbeOutcome, type Target } from '../../core/probe.ts';
import type { Failed, HttpAnswer } from '../../core/world.ts';
import { platformName } from '../../facts/platforms.ts';
import { brokenCall, callTo, isAnthropicSurface, refusedCall } from '../call.ts';
import { limitNotes } from './limits.ts';

type Answered = Exclude<HttpAnswer, Failed>;

const path = '/v1/models?limit=1000';

/** Makes a call that costs nothing, with the credential: lists the models that it may use. */
export const apiKey = defineProbe({
  id: 'api-key',
  asks: 'Does the API accept the credential, and which models may it use?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: (target) => [
    { purpose: 'api', host: target.host, port: target.port, what: `GET ${path} with the credential` },
  ],
  limitMs: 10_000,
  rulesOut: [
    'api-key-missing',
    'api-key-invalid',
    'api-key-malformed',
    'api-key-wrong-kind',
    'oauth-expired',
    'organization-disabled',
    'permission-denied',
  ],
  // During an incident nothing is worth sending with a credential.
  needs: ['http-exchange', 'status-page'],
  skips: (target) => (target.credential || !isAnthropicSurface(target.platform) ? whyNoCall(target) : undefined),
  async run({ network, target, learned }) {
    if (!target.credential) {
      return learned.lacksCredential === true
        ? { kind: 'finding', findings: [noCredential] }
        : { kind: 'skipped', because: 'The credential is one that only the programs themselves can read.' };
    }
    const again = { what: 'the list of models', path, withKey: true };
    const answer = await network.send(callTo(target, path, { withKey: true }));
    const what = `The free call with the credential in \`${target.credential?.name}\` (a list of models)`;
    if (answer.kind === 'failed') return brokenCall(answer, what, target, again);
    if (answer.status === 200) return accepted(answer, target);
    // A gateway need not have this endpoint; that says nothing of the key.
    if (learned.isApi !== true && (answer.status === 404 || answer.status === 405 || answer.status === 501)) {
      return { kind: 'unanswerable', because: `This gateway has no list of models (${answer.status}).` };
    }
    return refusedCall(answer, what, again);
  },
});

/** The way to the API is open by now, so what is missing is the credential. */
const noCredential: ProbeFinding = {
  cause: 'api-key-missing',
  certainty: 'likely',
  saw: 'The way to the API is open, and the environment holds no credential to call it with (`ANTHROPIC_API_KEY` or `ANTHROPIC_AUTH_TOKEN`).',
  text: 'ANTHROPIC_API_KEY environment variable is not set',
  isDecisive: true,
};

/** Why no call with a credential can be made to this target. */
export function whyNoCall({ platform, credential }: Target): string | undefined {
  if (!isAnthropicSurface(platform))
    return `Not tested: calls to ${platformName(platform)} are signed or carry a cloud's token, which Faultline does not make.`;
  if (credential) return undefined;
  return 'No credential is set in the environment (`ANTHROPIC_API_KEY` or `ANTHROPIC_AUTH_TOKEN`).';
}

function accepted(answer: Answered, { credential }: Target): ProbeOutcome {
  const models = modelsIn(answer.body);
  const organizationId = answer.headers['anthropic-organization-id'];
  const workspaceId = answer.headers['anthropic-workspace-id'];
  const whose = [
    ...(organizationId === undefined ? [] : [`organization \`${organizationId}\``]),
    ...(workspaceId === undefined ? [] : [`workspace \`${workspaceId}\``]),
  ].join(', ');
  const list = models === undefined ? 'what came is no list of models' : `it may use ${models.length} models`;
  return {
    kind: 'fine',
    saw: `The credential in \`${credential?.name}\` is accepted${whose === '' ? '' : ` (${whose})`}; ${list}.`,
    learned: {
      ...(models === undefined ? {} : { models }),
      ...(organizationId === undefined ? {} : { organizationId }),
    },
    notes: limitNotes(answer.headers),
  };
}

function modelsIn(body: string): readonly string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const list = isObject(parsed) ? parsed['data'] : undefined;
    return isArray(list) ? list.flatMap((one) => (isObject(one) ? (textOf(one['id']) ?? []) : [])) : undefined;
  } catch {
    return undefined;
  }
}
