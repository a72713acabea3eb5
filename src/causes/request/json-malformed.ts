import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface SyntaxFault {
  readonly column: string | undefined;
  readonly kind: keyof typeof kinds | undefined;
}

/** What the parser stumbled over, and what usually stands behind it. */
const kinds = {
  'control character':
    'A raw control character, most often a line break or a tab, stands inside a string; JSON wants it written as an escape (`\\n`, `\\t`, `\\u001b`).',
  'end of':
    'The body ends before its JSON does: it was cut off, or `content-length` was computed on characters instead of bytes.',
  escape:
    'A backslash starts no escape that JSON knows, as in a Windows path or a regular expression pasted into a string.',
  comma: 'A comma stands where JSON has none, such as behind the last member.',
  character:
    'A character stands where JSON has no place for it: a single quote, a comment, a `NaN`, or a body that is no JSON at all.',
} as const;
const clues: readonly (readonly [keyof typeof kinds, RegExp])[] = [
  ['control character', /control character/i],
  ['end of', /\bend of (?:data|file|input|JSON|string)|\bEOF\b|unterminated|unclosed/i],
  ['escape', /escape/i],
  ['comma', /comma/i],
  ['character', /unexpected character|expected value|expecting value|unexpected token|expected (?:ident|`|',')/i],
];
const column = /line \d+ column (\d+)|\(char (\d+)\)|position (\d+)/;

/** The body of the request is not JSON. */
export const jsonMalformed = defineCause<SyntaxFault>({
  id: 'json-malformed',
  title: 'The request body is not valid JSON',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'the request body is not valid json' },
    { says: 'request body is not valid json', certainty: 'likely' },
    { says: 'unexpected control character in string: line', certainty: 'likely', shared: true },
    { says: 'unexpected end of data: line', type: 'invalid_request_error' },
    { says: ['json_invalid', 'json decode error'], certainty: 'likely', shared: true },
    { says: ['invalid json payload received', 'unexpected'], certainty: 'likely', shared: true },
    { says: 'failed to parse the request body as json', certainty: 'likely', shared: true },
    { says: ['failed to parse request body', 'json'], certainty: 'likely', shared: true },
    { says: 'could not parse request body', certainty: 'likely', shared: true },
    { says: 'unable to parse request body', certainty: 'likely', shared: true },
    { says: 'invalid json in request body', certainty: 'likely', shared: true },
    { says: ['invalid json body'], certainty: 'likely', shared: true },
    {
      says: ['malformed input request', 'json'],
      unless: ['jsonarray', 'jsonobject', 'subject must'],
      certainty: 'likely',
    },
    { type: 'invalid_request_error', says: 'failed to parse json', certainty: 'likely', shared: true },
    { type: 'invalid_request_error', says: 'invalid json', certainty: 'likely', shared: true },
    { type: 'invalid_request_error', says: 'malformed json', certainty: 'likely', shared: true },
    { type: 'invalid_request_error', says: 'not valid json', certainty: 'likely', shared: true },
  ],
  retold: [
    ['request body', 'not valid json'],
    ['request body', 'invalid json'],
    ['请求体', 'json'],
  ],
  recognize: ({ reading, response, subject }, hit) => {
    if (hit.sign.shared && subject !== 'claude' && response?.errorType === undefined) return undefined;
    const flat = reading?.flat.replaceAll(/\s+/g, ' ') ?? '';
    const place = column.exec(flat);
    return recognized(hit, {
      column: place?.[1] ?? place?.[2] ?? place?.[3],
      kind: clues.find(([, clue]) => clue.test(flat))?.[0],
    });
  },
  explain: (fault) => {
    const where = fault?.column === undefined ? '' : ` The parser gave up at column ${fault.column}.`;
    const why = fault?.kind === undefined ? '' : ` ${kinds[fault.kind]}`;
    return `The API could not read the body as JSON, so nothing in it was looked at.${where}${why}`;
  },
  remedies: (fault) => [
    {
      action:
        'Build the body as an object and let a JSON library write it (`JSON.stringify`, `json.dumps`); do not put it together from strings.',
    },
    {
      action: `Save the exact bytes that are sent and let a parser show the place${fault?.column === undefined ? '' : ` (column ${fault.column})`}.`,
      run: 'faultline check request.json',
    },
    {
      action: 'With `curl`, read the body from a file, so that the shell does not eat quotes or line ends.',
      run: 'curl --data-binary @request.json ...',
    },
  ],
  docs: pages.errors,
});
