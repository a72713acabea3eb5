import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named, validationCertainty } from '../fields.ts';

interface Missing {
  readonly path: string | undefined;
}

/** Where a finer cause says more than that a field is absent. */
const toldElsewhere =
  /(?:^|\.)(?:mcp_server_name|input_schema(?:\.type)?|tool_use\.id|tool_use_id|signature|redacted_thinking\.data|custom_id|anthropic_version)$|^(?:requests|tool_choice|mcp_servers|output_format|output_config\.format)\b|\.content\.\d+\.type$/;
const argument = /required (?:positional |keyword-only )?arguments?: ["']?(\w+)/;

/** A field that the API requires is not in the request. */
export const fieldMissing = defineCause<Missing>({
  id: 'field-missing',
  title: 'A required field is missing',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ': Field required', unless: ['validation error for', 'validation errors for'], shared: true },
    { says: ['required key [', '] not found'], shared: true },
    {
      says: ['missing 1 required', "argument: 'max_tokens'"],
      unless: 'messages.create()',
      certainty: 'likely',
      shared: true,
    },
    { says: ['field validation for', "failed on the 'required' tag"], certainty: 'likely', shared: true },
    { says: 'field messages is required', certainty: 'likely', shared: true },
    { says: ['missing required parameter in input'], certainty: 'likely', shared: true },
    ...['required', 'missing'].map((says): Sign => ({
      says,
      type: 'invalid_request_error',
      pattern: /(?:^|["'`:]\s{0,3})["'`]?[a-z][a-z0-9_.]{2,60}["'`]? (?:is|are) (?:a )?(?:required|missing)\b/m,
      unless: ['x-api-key', 'anthropic-version', 'extra usage'],
      certainty: 'possible',
      shared: true,
    })),
  ],
  recognize: (evidence, { sign, quote }) => {
    const ceiling = validationCertainty(evidence);
    const path = fieldPath(evidence) ?? argument.exec(evidence.reading?.flat ?? '')?.[1];
    if (ceiling === undefined || (path !== undefined && toldElsewhere.test(path))) return undefined;
    return { certainty: sign.certainty ?? ceiling, because: [quote], details: { path } };
  },
  explain: (missing) => {
    const field = named(missing?.path, 'a field that every request must carry');
    const why =
      missing?.path === 'max_tokens'
        ? 'The Messages API has no default for it: each request says how many tokens the answer may have at most.'
        : 'The API checks the request against its schema before it does anything else, and stops at the first gap.';
    return `The request does not hold ${field}. ${why}`;
  },
  remedies: (missing) => [
    missing?.path === 'max_tokens'
      ? { action: 'Set `max_tokens` in the request.', run: '"max_tokens": 1024' }
      : { action: `Add ${named(missing?.path, 'the field that the message names')} to the request.` },
    {
      action:
        'If your code does set it, log the body that leaves the process: a wrapper or gateway that translates between APIs may have dropped or renamed it (`max_completion_tokens` is not `max_tokens`).',
    },
    {
      action: 'Check the whole body offline, since the API names one gap at a time.',
      run: 'faultline check request.json',
    },
  ],
  docs: pages.messages,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Send the same body to the API without the gateway; if it passes, the gateway dropped the field.',
    },
  ],
});
