import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named, validationCertainty } from '../fields.ts';

interface Unknown {
  readonly path: string | undefined;
}

/** Sampling fields, cache marks and the requests of a batch have causes of their own. */
const toldElsewhere = /^(?:temperature|top_p|top_k)$|(?:^|\.)cache_control\b|^requests\./;

/** The request holds a field that the API does not know, or does not permit at that place. */
export const fieldUnknown = defineCause<Unknown>({
  id: 'field-unknown',
  title: 'The request holds a field that the API does not accept',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'extra inputs are not permitted', shared: true },
    { says: 'extra fields not permitted', shared: true },
    { says: 'extra_forbidden', shared: true },
    { says: ['extraneous key [', '] is not permitted'], shared: true },
    { says: ['invalid json payload received', 'unknown name'], shared: true, certainty: 'likely' },
    { says: ['unknown parameter in', 'must be one of:'], shared: true, certainty: 'likely' },
    { says: 'json: unknown field', shared: true, certainty: 'likely' },
    { type: 'invalid_request_error', says: ['unknown field', 'expected one of'], shared: true, certainty: 'likely' },
    ...['unknown', 'unrecognized', 'unexpected', 'unsupported'].map((says): Sign => ({
      says,
      type: 'invalid_request_error',
      pattern: /\b(?:unknown|unrecognized|unexpected|unsupported) (?:field|parameter|property|argument|key|member)\b/i,
      shared: true,
      certainty: 'possible',
    })),
  ],
  recognize: (evidence, { sign, quote }) => {
    const isRefused = evidence.subject !== 'other' && evidence.response?.status === 400;
    const ceiling = validationCertainty(evidence) ?? (isRefused ? 'likely' : undefined);
    const path = fieldPath(evidence);
    if (ceiling === undefined || (path !== undefined && toldElsewhere.test(path))) return undefined;
    return { certainty: sign.certainty ?? ceiling, because: [quote], details: { path } };
  },
  explain: (unknown) => {
    const field = named(unknown?.path, 'a field that the API does not accept');
    return `The request carries ${field}. The Messages API refuses members that it does not know at that place, instead of ignoring them, so that a misspelled or foreign field cannot go unnoticed.`;
  },
  remedies: (unknown) => [
    {
      action: `Remove ${named(unknown?.path, 'the field that the message names')} from the body, or move it to where the API expects it.`,
    },
    {
      action: 'If a gateway, router or framework adds it, turn on its dropping of unsupported parameters.',
      run: 'litellm_settings: { drop_params: true }',
    },
    {
      action: 'Check the whole body offline, since the API names one such field at a time.',
      run: 'faultline check request.json --fix=unknown-fields',
    },
  ],
  docs: pages.messages,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Send the body that your own code builds straight to the API; if it passes, something in between adds the field.',
    },
    {
      from: 'endpoint-wrong',
      test: 'Look at the URL: `max_tokens` is refused where the body went to another endpoint, such as token counting or the retired completions path.',
    },
  ],
});
