import type { Examination } from './examination.ts';
import { listOf, maybe, number, objectOf, oneOf, text, truth } from './form.ts';
import { isObject, parsedJson } from './json.ts';

const locus = oneOf('request', 'credentials', 'account', 'limits', 'network', 'client', 'service', 'gateway');
const remedy = objectOf({ action: text, run: maybe(text) });
const amounts = objectOf({ requests: number, tokens: number, seconds: number });

const examination = objectOf({
  outcome: oneOf('failure', 'none', 'unknown'),
  side: maybe(locus),
  headline: text,
  conclusions: listOf(text),
  findings: listOf(
    objectOf({
      cause: text,
      title: text,
      locus,
      certainty: oneOf('proven', 'likely', 'possible'),
      explanation: text,
      remedies: listOf(remedy),
      retry: objectOf({ kind: oneOf('no', 'yes', 'wait', 'maybe'), because: text }),
      docs: objectOf({ url: text, title: text, checkedOn: text }),
      probe: text,
      saw: text,
      isDecisive: truth,
    }),
  ),
  unexplained: listOf(text),
  probes: listOf(
    objectOf({
      id: text,
      asks: text,
      cost: oneOf('nothing', 'local', 'free-call', 'paid-call'),
      mark: oneOf('fine', 'finding', 'noted', 'unanswerable', 'skipped', 'needless', 'not-run'),
      said: text,
      tookMs: maybe(number),
      notes: listOf(objectOf({ text, remedy: maybe(remedy) })),
      causes: listOf(text),
      ruledOut: listOf(text),
    }),
  ),
  ruledOut: listOf(objectOf({ cause: text, title: text, probe: text })),
  notTested: listOf(objectOf({ probe: text, asks: text, because: text })),
  target: objectOf({
    baseUrl: text,
    platform: oneOf('direct', 'aws', 'bedrock', 'vertex', 'foundry', 'gateway'),
    proxy: maybe(text),
    model: maybe(text),
    credential: maybe(text),
  }),
  organizationId: maybe(text),
  inputTokens: maybe(number),
  spent: amounts,
  budget: amounts,
});

/** The examination in what `faultline doctor --json` printed; `undefined` where a text is none. */
export function examinationFrom(json: string): Examination | undefined {
  const value = parsedJson(json);
  return isObject(value) && value.kind === 'examination' && isExamination(value) ? value : undefined;
}

function isExamination(value: unknown): value is Examination {
  return examination(value);
}
