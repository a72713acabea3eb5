import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named, sentenceFrom, validationCertainty } from '../fields.ts';

interface Invalid {
  readonly path: string | undefined;
  readonly expected: string | undefined;
}

const expectation =
  /(?:Input|String|List|Value|Dictionary) (?:should|does not|error)|Input tag|Unable to extract|range: |must be (?:greater|less|one of|at (?:least|most))|ensure this value|value is not a valid|is not (?:a valid enum|less or|greater or)|expected type:|user_id appears|each stop sequence|prompt must start with/i;
/** What is said of a number that is too large or too small, or of a value that is none of a few. */
const outOfRange =
  /\b(?:temperature|top_p|top_k|max_tokens|[a-z_]{1,40}\.\d[\w.]{0,200}): (?:range: |must be (?:greater than|less than|one of|at (?:least|most)) )/;

/** Where a finer cause, which is no mere kind of this one, tells more. */
const toldElsewhere = /^requests\b|budget_tokens$|\.media_type$|(?:^|\.)cache_control\b/;
const toldByText =
  /\bthinking:\s+Input tag|\.source:\s+Input tag ["'`]?file|max_tokens: \d+ is not less or equal|Value at ["'`]?body\b/;
const own = ['validation error for', 'validation errors for'];

/** A field has the wrong type, is out of range, or is none of the values that the API knows. */
export const fieldInvalid = defineCause<Invalid>({
  id: 'field-invalid',
  title: 'A field has a value that the API does not accept',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ': input should be', unless: own, shared: true },
    { says: 'input should be a valid', unless: own, shared: true },
    { says: 'input should be an object', unless: own, shared: true },
    { says: 'input should be greater than', unless: own, shared: true },
    { says: 'input should be less than', unless: own, shared: true },
    { says: 'input does not match the expected shape', shared: true },
    { says: ['input tag', 'found using', 'expected tags'], unless: own, shared: true },
    { says: 'unable to extract tag using discriminator', unless: own, shared: true },
    { says: 'string should match pattern', unless: own, shared: true },
    { says: 'string should have at most', unless: own, shared: true },
    { says: 'string should have at least', unless: own, shared: true },
    { says: 'list should have at', unless: own, shared: true },
    { says: ': value error,', unless: own, shared: true },
    { says: ': range:', pattern: outOfRange, shared: true },
    { says: ': must be', pattern: outOfRange, shared: true },
    { says: 'user_id appears to contain' },
    { says: ['prompt must start with', 'human:'] },
    { says: 'can only be provided when using the code execution tool' },
    { says: 'value is not a valid', unless: own, shared: true, certainty: 'likely' },
    { says: 'ensure this value', unless: own, shared: true, certainty: 'likely' },
    { says: ['malformed input request', 'is not a valid enum value'], shared: true },
    { says: ['malformed input request', 'expected type:'], shared: true },
    { says: ['malformed input request', 'or equal to'], shared: true },
    { says: ['malformed input request', 'expected m', 'found:'], shared: true },
    {
      says: 'malformed input request',
      unless: ['required key [', 'extraneous key ['],
      shared: true,
      certainty: 'possible',
    },
    { says: ['failed to satisfy constraint', 'member must'], shared: true, certainty: 'likely' },
    { says: ['parameter validation failed', 'invalid type for parameter'], shared: true, certainty: 'likely' },
    {
      says: ['cannot unmarshal', 'into go struct field'],
      unless: ['response.', 'event.', 'delta.'],
      shared: true,
      certainty: 'likely',
    },
    {
      says: 'cannot be set to',
      pattern: /\b(?:temperature|top_p|top_k)\W{0,2} cannot be set to -?\d/,
      certainty: 'likely',
    },
    {
      says: 'failed to deserialize the json body into the target type',
      unless: ['missing field', 'unknown field', 'role: unknown variant'],
      shared: true,
      certainty: 'likely',
    },
    { says: 'did not match any variant of untagged enum', shared: true, certainty: 'likely' },
    { says: ['invalid type:', ', expected'], type: 'invalid_request_error', shared: true, certainty: 'likely' },
    { says: 'request contains an invalid argument', shared: true, certainty: 'possible' },
    { type: 'invalid_request_error', certainty: 'possible', shared: true },
  ],
  recognize: (evidence, { sign, quote }) => {
    const ceiling = validationCertainty(evidence);
    const path = fieldPath(evidence);
    if (ceiling === undefined || (path !== undefined && toldElsewhere.test(path))) return undefined;
    if (toldByText.test(evidence.reading?.flat ?? '')) return undefined;
    const { subject, response } = evidence;
    const isFamilyOnly = sign.says === undefined && sign.pattern === undefined;
    if (isFamilyOnly && (subject !== 'claude' || ![undefined, 400, 422].includes(response?.status))) return undefined;
    const details = { path, expected: sentenceFrom(evidence, expectation) };
    return { certainty: sign.certainty ?? ceiling, because: [quote], details };
  },
  explain: (invalid) => {
    const field = named(invalid?.path, 'a field of the request');
    const expected = invalid?.expected === undefined ? '' : ` It says: ${invalid.expected}.`;
    return `The API does not accept the value of ${field}.${expected} Each field is checked for its type, its range and its list of values before the request is carried out, and the first one that does not fit ends the call.`;
  },
  remedies: (invalid) => [
    ...(invalid?.expected?.startsWith('prompt must start') === true
      ? [
          {
            action:
              'Send `messages` in place of `prompt`: a prompt that begins with `Human:` belongs to the retired Text Completions format.',
          },
        ]
      : []),
    {
      action: `Change ${named(invalid?.path, 'the field that the message names')} to what the message asks for. \`null\` does not count as leaving a field out: omit it instead.`,
    },
    {
      action:
        'Print the JSON that is really sent and look at that path; numbers in strings and objects encoded as text are the usual reasons.',
    },
    {
      action: 'Check the whole body offline, since the API names one fault at a time.',
      run: 'faultline check request.json',
    },
  ],
  docs: pages.messages,
  settledBy: [
    {
      from: 'gateway-translation',
      test: 'Send the body that your own code builds straight to the API; if it passes, something in between changes the field.',
    },
  ],
});
