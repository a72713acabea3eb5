import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

type Fault = 'complex' | 'count' | 'additional' | 'recursive' | 'regex' | 'keyword' | 'unavailable';

interface Format {
  readonly path: string | undefined;
  readonly fault: Fault | undefined;
}

const faults: Readonly<Record<Fault, string>> = {
  complex: 'The schemas of this request are, taken together, too complex to be compiled into a grammar.',
  count: 'The request has more strict tools, optional parameters or union types than may be compiled together.',
  additional: 'Every object in the schema must say `"additionalProperties": false`.',
  recursive: 'The schema refers to itself, directly or in a circle, and recursion is not supported.',
  regex: 'A `pattern` uses a feature such as lookaround, a back reference or `\\b`, which is not supported.',
  keyword:
    'The schema uses a keyword or value that structured outputs do not support, such as `minimum`, `maxLength` or an empty `enum`.',
  unavailable: 'This model or platform does not offer structured outputs.',
};
const marks: readonly (readonly [Fault, RegExp])[] = [
  ['count', /toomany/],
  ['complex', /toocomplex|grammaristoolarge|compil/],
  ['additional', /additionalproperties/],
  ['recursive', /circularreference|recursi/],
  ['regex', /regex/],
  [
    'unavailable',
    /(?:doesnotsupport|notsupported)\w*(?:output|structured)|(?:output_?format|structuredoutputs?)\w*(?:isnotsupported|arenotsupported|notavailable)/,
  ],
  ['keyword', /propert|keyword|invalidschema|format/],
];

/** The schema or the format that a structured output asks for cannot be used. */
export const outputFormatInvalid = defineCause<Format>({
  id: 'output-format-invalid',
  refines: 'field-invalid',
  title: 'The structured-output schema or format cannot be used',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'schema is too complex for compilation' },
    { says: 'schema is too complex', certainty: 'likely', shared: true },
    { says: 'compiled grammar is too large' },
    { says: 'too many strict tools' },
    { says: 'schemas contains too many' },
    { says: 'which would make grammar compilation inefficient' },
    { says: 'circular reference detected in schema definitions' },
    { says: 'unsupported regex feature in pattern' },
    { says: 'additionalproperties must be explicitly set to false', unless: '.custom: for' },
    { says: ['for object type, additionalproperties'], unless: '.custom: for' },
    { says: ['please set additionalproperties to false'] },
    {
      says: 'output_format',
      pattern:
        /\boutput_format[\w.-]{0,200}:\s+(?!Extra)[^\n]{0,90}?\b(?:must|should|required|can't|cannot|not|invalid|un\w+|duplicate|exceeds?|too|at (?:most|least))\b/i,
    },
    {
      says: 'output_config.format',
      pattern:
        /\boutput_config\.format[\w.-]{0,200}:\s+(?!Extra)[^\n]{0,90}?\b(?:must|should|required|can't|cannot|not|invalid|un\w+|duplicate|exceeds?|too|at (?:most|least))\b/i,
    },
    { says: ['output_config.format'], type: 'invalid_request_error', unless: 'extra inputs', certainty: 'likely' },
    { says: ['output_format', 'deprecated'], certainty: 'likely' },
    { says: 'both output_format and output_config.format were provided' },
    {
      says: ['type, property', 'is not supported'],
      pattern: /For ["'`]?\w+["'`]? type, property/,
      certainty: 'likely',
    },
    { says: ['does not support', 'output format'], certainty: 'likely' },
    { says: ['does not support', 'structured output'], certainty: 'likely', shared: true },
    { says: ['structured outputs', 'not supported'], certainty: 'likely', shared: true },
    { says: ['structured output', 'not available'], certainty: 'likely', shared: true },
    { says: ['output_format', 'citations'], type: 'invalid_request_error', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    if (
      hit.sign.shared &&
      evidence.subject !== 'claude' &&
      evidence.platform === undefined &&
      evidence.response?.errorType === undefined
    ) {
      if (!/for\s?compilation/i.test(evidence.reading?.flat ?? '')) return undefined;
    }
    const text = evidence.reading?.squeezed ?? '';
    return recognized(hit, { path: fieldPath(evidence), fault: marks.find(([, mark]) => mark.test(text))?.[0] });
  },
  explain: (format) => {
    const why =
      format?.fault === undefined
        ? 'Structured outputs support a part of JSON Schema only, because each schema is compiled into a grammar that the answer must follow.'
        : faults[format.fault];
    return `The API cannot make the answer follow the schema at ${named(format?.path, '`output_config.format` or of the strict tools')}. ${why}`;
  },
  remedies: (format) => {
    if (format?.fault === 'complex' || format?.fault === 'count') {
      return [
        {
          action:
            'Mark fewer tools `strict`, make optional properties required, and replace unions (`anyOf`, type lists) by single types.',
        },
        { action: 'Split the task: send only the tools and the schema that this call needs.' },
        {
          action:
            'Drop `strict` or the format where a description in words is enough, and validate the answer in your code.',
        },
      ];
    }
    if (format?.fault === 'unavailable') {
      return [
        { action: 'Choose a model and platform that the documentation lists for structured outputs.' },
        { action: 'Or ask for JSON through a tool with an `input_schema`, and validate the answer in your code.' },
      ];
    }
    return [
      {
        action:
          'Bring the schema into the supported part: objects with `additionalProperties: false`, no recursion, no numeric or length limits; put such limits into descriptions.',
        run: '{"type": "object", "properties": {}, "required": [], "additionalProperties": false}',
      },
      {
        action:
          "Let the SDK derive the schema from your types (`zodOutputFormat`, Pydantic's `messages.parse`): it moves unsupported keywords into descriptions.",
      },
      { action: 'Check the schema before sending.', run: 'faultline check request.json' },
    ];
  },
  docs: pages.structuredOutputs,
});
