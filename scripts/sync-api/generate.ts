import { ShapeTable } from './merge.ts';
import { Sdk } from './sdk.ts';

const messages = 'resources/messages/messages.d.ts';
const betaMessages = 'resources/beta/messages/messages.d.ts';
const batches = 'resources/messages/batches.d.ts';
const betaBatches = 'resources/beta/messages/batches.d.ts';
const shared = 'resources/shared.d.ts';

/** The forms of a request with and without streaming differ in the value of `stream` alone. */
const sameShapes = new Map([['MessageCreateParamsNonStreaming', 'MessageCreateParams']]);

/** The text of `src/facts/structure.generated.ts` for the SDK in a folder. */
export function generateStructure(folder: string): string {
  const sdk = new Sdk(folder);
  const table = new ShapeTable(sdk, messages, sameShapes);
  const pair = (general: string, beta: string, name: string): string =>
    table.add({ general: sdk.find(general, name), beta: sdk.find(beta, name) }, name.replace(/Base$/, ''));
  const roots = {
    messages: pair(messages, betaMessages, 'MessageCreateParamsBase'),
    'count-tokens': pair(messages, betaMessages, 'MessageCountTokensParams'),
    batch: pair(batches, betaBatches, 'BatchCreateParams'),
  };
  const version = /"version": "([^"]+)"/.exec(sdk.text('package.json'))?.[1] ?? '';
  return (
    [
      '// Made from the types of @anthropic-ai/sdk by `npm run sync:api`; not edited by hand. How to read it:\n// src/check/structure/table.ts.',
      constant('The version of the SDK that the tables were read from.', 'sdkVersion', quote(version)),
      constant('The shape of the body by kind of request.', 'requestShapes', record(Object.entries(roots))),
      constant('Every object that a request can hold.', 'shapes', record(table.shapes)),
      constant('Unions of shapes that several members share, by tag.', 'unions', record(table.unions)),
      list('Model ids.', 'modelIds', sdk.names(messages, 'Model')),
      constant('Deprecated model ids, with the day of their retirement.', 'deprecatedModels', record(retirements(sdk))),
      list('Values of `anthropic-beta`.', 'betaValues', sdk.names('resources/beta/beta.d.ts', 'AnthropicBeta')),
      list('Values of `error.type`.', 'errorTypes', sdk.names(shared, 'ErrorType')),
      list('Values of `error.details.error_code`.', 'errorCodes', errorCodes(sdk)),
      list('Values of `stop_reason`, beta ones included.', 'stopReasons', sdk.names(betaMessages, 'BetaStopReason')),
      list('Types of stream events.', 'streamEvents', tagsOf(sdk, 'BetaRawMessageStreamEvent')),
      list('Types of deltas in a stream.', 'deltaTypes', tagsOf(sdk, 'BetaRawContentBlockDelta')),
      list('Types of content blocks in an answer.', 'answerBlocks', tagsOf(sdk, 'BetaContentBlock')),
    ].join('\n\n') + '\n'
  );
}

function tagsOf(sdk: Sdk, union: string): readonly string[] {
  return sdk.alternatives(sdk.find(betaMessages, union)).flatMap((one) => {
    const type = sdk.members(one).members.get('type');
    return type?.type.kind === 'literal' ? [String(type.type.value)] : [];
  });
}

function errorCodes(sdk: Sdk): readonly string[] {
  return sdk.alternatives(sdk.find(shared, 'ErrorDetails')).flatMap((one) => {
    const code = sdk.members(one).members.get('error_code');
    return code?.type.kind === 'literal' ? [String(code.type.value)] : [];
  });
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** The retirement dates that the SDK warns with, as ISO dates. */
function retirements(sdk: Sdk): readonly (readonly [string, string])[] {
  const text = sdk.text('internal/data/deprecated-models.js');
  return [...text.matchAll(/'([^']+)': '(\w+) (\d+)\w* *, (\d{4})'/g)].map(
    ([, id = '', month = '', day = '', year = '']) => {
      const number = months.indexOf(month) + 1;
      if (number === 0) throw new Error(`${month} is no month.`);
      return [id, `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`];
    },
  );
}

function constant(says: string, name: string, value: string): string {
  const type = value.startsWith('{') ? ': Readonly<Record<string, string>>' : '';
  return `/** ${says} */\nexport const ${name}${type} = ${value};`;
}

/** A list in as many lines as it has values, so that a newer SDK shows as added lines. */
function list(says: string, name: string, values: readonly string[]): string {
  const lines = [...new Set(values)].map((value) => `  ${quote(value)},\n`).join('');
  return `/** ${says} */\nexport const ${name}: readonly string[] = [\n${lines}];`;
}

/** The formatter keeps a value beside a name that is no longer than this. */
const shortName = 4;

/** As the formatter writes it: a value that does not fit into the line goes on the next one. */
function record(entries: Iterable<readonly [string, string]>): string {
  const lines = [...entries].map(([key, value]) => {
    const name = /^\w+$/.test(key) ? key : quote(key);
    const line = `  ${name}: ${quote(value)},`;
    return line.length > 120 && name.length > shortName ? `  ${name}:\n    ${quote(value)},\n` : `${line}\n`;
  });
  return `{\n${lines.join('')}}`;
}

function quote(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}
