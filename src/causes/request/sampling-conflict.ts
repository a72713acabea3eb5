import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, modelPhrase, recognizedOfClaude } from '../details.ts';

interface Sampling {
  readonly parameter: string | undefined;
  readonly fault: 'both' | 'refused';
}

const parameter = /\b(temperature|top_p|top_k)\b/;
const refused = [
  'temperature is deprecated for this model',
  'top_p is deprecated for this model',
  'top_k is deprecated for this model',
  'temperature: extra inputs are not permitted',
  'top_p: extra inputs are not permitted',
  'top_k: extra inputs are not permitted',
];

/** `temperature`, `top_p` and `top_k` are set together, or set at all where they may not be. */
export const samplingConflict = defineCause<Sampling>({
  id: 'sampling-conflict',
  title: 'The sampling parameters are not accepted',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'temperature and top_p cannot both be specified' },
    { says: 'cannot both be specified for this model' },
    { says: 'is deprecated for this model', certainty: 'likely', pattern: /\b(?:temperature|top_p|top_k)\b/ },
    ...refused.map((says) => ({ says })),
    { says: ['temperature and top_p', 'both'], certainty: 'likely' },
    { says: 'does not support temperature', certainty: 'likely', shared: true },
    { says: 'temperature is not supported', unless: 'when thinking', certainty: 'likely', shared: true },
    { says: 'unexpected keyword argument temperature', certainty: 'possible', shared: true },
    { says: 'unexpected keyword argument top_p', certainty: 'possible', shared: true },
    { says: 'unexpected keyword argument top_k', certainty: 'possible', shared: true },
    { says: ['unsupported parameter', 'temperature'], certainty: 'possible', shared: true },
    { type: badRequest, says: 'temperature and top_p', certainty: 'likely' },
    { type: badRequest, says: 'top_p is not supported', unless: 'when thinking', certainty: 'likely' },
    { type: badRequest, says: 'top_k is not supported', unless: 'when thinking', certainty: 'likely' },
  ],
  retold: [
    ['temperature', 'top_p', 'not accept'],
    ['temperature', 'top_p', 'cannot both'],
    ['temperature', 'top_p', 'together'],
    ['temperature', 'top_p', 'only one'],
    ['temperature', 'top_p', '不能同时'],
    ['temperature', 'top_p', '同時に'],
  ],
  recognize: (evidence, hit) =>
    recognizedOfClaude(evidence, hit, {
      parameter: captured(evidence, parameter),
      fault: captured(evidence, /(both\s+be\s+specified|top_p[`'"\\]*\s+both)/) === undefined ? 'refused' : 'both',
    }),
  explain: (sampling, evidence) => {
    if (sampling?.fault === 'both')
      return `The request sets \`temperature\` and \`top_p\` together, and ${modelPhrase(evidence).replace(/^T/, 't')} takes only one of them. That holds from Claude Opus 4.1 to the 4.6 generation; later models accept only the default of each.`;
    return `The request sets \`${sampling?.parameter ?? 'temperature'}\`, and this model or API version does not take it. Claude 4.7 and later accept only the default value, and with \`anthropic-version: 2026-10-21\` the fields \`temperature\`, \`top_p\` and \`top_k\` are gone for every model.`;
  },
  remedies: (sampling) => [
    sampling?.fault === 'both'
      ? { action: 'Send `temperature` or `top_p`, not both; a framework that fills one in needs it unset.' }
      : {
          action:
            'Remove `temperature`, `top_p` and `top_k` from the request; steer the output with the prompt and with `output_config.effort`.',
        },
    {
      action: 'If a library or gateway adds them, update it, or let it drop what a model does not take.',
      run: 'litellm.drop_params = True',
    },
    ...(sampling?.fault === 'both'
      ? []
      : [
          {
            action:
              'Where you depend on sampling, call a model of the 4.6 generation or older with `anthropic-version: 2023-06-01`.',
          },
        ]),
  ],
  docs: pages.migration,
});
