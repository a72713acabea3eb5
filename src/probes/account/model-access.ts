import { nearest } from '../../core/nearest.ts';
import { defineProbe, type ProbeFinding, type ProbeOutcome, type Target } from '../../core/probe.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import { brokenCall, callTo, refusedCall } from '../call.ts';
import { textOfAnswer } from '../failure.ts';
import { whyNoCall } from './api-key.ts';

/** Asks whether the requested model is among those that the credential may use. */
export const modelAccess = defineProbe({
  id: 'model-access',
  asks: 'May the credential use the requested model?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: ({ host, port, model }) => [
    { purpose: 'api', host, port, what: `GET /v1/models/${model ?? '{model}'}, unless the list has it` },
  ],
  limitMs: 8000,
  rulesOut: ['model-not-found', 'model-retired', 'model-access-denied', 'model-id-platform'],
  needs: ['api-key'],
  skips: (target) => (target.model === undefined ? 'No model is named (`--model` or `--request`).' : whyNoCall(target)),
  async run({ network, target, learned }) {
    const { model = '' } = target;
    if (learned.models?.includes(model)) return { kind: 'fine', saw: `\`${model}\` is among them.` };
    // The list holds ids; aliases and older names are known to the endpoint for one model alone.
    const path = `/v1/models/${encodeURIComponent(model)}`;
    const again = { what: `the look-up of \`${model}\``, path, withKey: true };
    const answer = await network.send(callTo(target, path, { withKey: true }));
    if (answer.kind === 'failed') return brokenCall(answer, `The look-up of \`${model}\``, target, again);
    if (answer.status === 200) return { kind: 'fine', saw: `\`${model}\` is known to the API under this name.` };
    if (answer.status !== 404) return refusedCall(answer, `The look-up of \`${model}\``, again);
    return missing(textOfAnswer(answer), target, learned.models);
  },
});

function missing(text: string, target: Target, models: readonly string[] | undefined): ProbeOutcome {
  const { model = '', platform } = target;
  if (models === undefined && platform === 'gateway') {
    return { kind: 'unanswerable', because: 'This gateway cannot be asked for one model.' };
  }
  const resolution = resolveModel(model, platform === 'aws' ? 'aws' : 'direct');
  const known = resolution.kind === 'known' ? resolution : undefined;
  const isRetired = known?.model.retiresOn !== undefined && Date.parse(known.model.retiresOn) < target.failedAt;
  const cause = isRetired
    ? 'model-retired'
    : known && (known.spelling === 'bedrock' || known.spelling === 'vertex')
      ? 'model-id-platform'
      : known
        ? 'model-access-denied'
        : 'model-not-found';
  const meant =
    known?.model.replacement ??
    (models ? nearest(model, models) : undefined) ??
    (resolution.kind === 'unknown' ? resolution.suggestions[0] : undefined);
  const finding: ProbeFinding = {
    cause,
    certainty: 'proven',
    saw: `The API does not know \`${model}\` for this credential${models === undefined ? '' : `, and it is not among the ${models.length} models that the credential may use`}.`,
    text,
    evidence: { model, subject: 'claude' },
    ...(meant === undefined || meant === model ? {} : { remedies: [{ action: `Ask for \`${meant}\` instead.` }] }),
    isDecisive: true,
  };
  return { kind: 'finding', findings: [finding] };
}
