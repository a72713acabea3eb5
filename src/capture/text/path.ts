import { wordList } from '../../core/word-list.ts';
import { requestRoots } from '../../facts/request-roots.ts';

const identifier = String.raw`[A-Za-z_][\w-]{0,60}`;
/** A dotted name with a colon behind it. One plain pattern finds all; what makes a path of one is asked of few. */
const dottedName = new RegExp(
  String.raw`(?<![A-Za-z_.\-/])(${identifier}(?:\.${identifier}|\.\d{1,9}){0,30})(\s?):`,
  'g',
);

/** Sentences that the API puts after any path. */
const sentences =
  'Extra inputs|Field required|Input should|Input tag|Input does not|String should|Unable to extract|List should|Value error'
    .replaceAll(' ', '')
    .split('|');
/** Words that stand before a colon and are no path. */
const label =
  /^(?:\w{0,20}(?:[Ee]rror|[Ee]xception)|Request\b|Unauthorized|Forbidden|Found|Conflict|Entity|Requests|Unavailable|Gateway|Timeout|message|msg|reason|details?|status|code|response|cause|warning)\b/;

const roots: ReadonlySet<string> = new Set(requestRoots);
/** Members that the API names by themselves, and those whose own members it names too. */
const bare: ReadonlySet<string> = new Set([
  'messages',
  'tools',
  'system',
  'stop_sequences',
  'container',
  'tool_choice',
]);
const nested: ReadonlySet<string> = new Set([
  'output_config',
  'output_format',
  'thinking',
  'context_management',
  'mcp_servers',
]);
/** Words that the API goes on with behind these. */
const requirements = wordList(
  'all roles first final user text unexpected Unexpected each tool Tool range must role type A At For Schema thinking Did container_upload assistant messages',
);
const numbers: ReadonlySet<string> = new Set([
  'temperature',
  'top_p',
  'top_k',
  'max_tokens',
  'metadata.user_id',
  'container',
]);
const limit = /^\s{1,3}(?:range|must|\d+ >|user_id appears|Container identifier)/;

/** A dotted name, and what the text says behind its colon. */
interface Named {
  readonly path: string;
  readonly root: string;
  readonly isTight: boolean;
  readonly rest: string;
}

/** What makes a path of a name, the surest first. */
const forms: readonly ((named: Named) => boolean)[] = [
  ({ path, root, rest }) =>
    roots.has(root) && /\.(?:\d+|N)(?:\.|$)/.test(path) && /^\s{0,16}[A-Za-z\u0060'"‘“]/.test(rest),
  ({ path, root, rest }) => {
    if (!/^\s{1,3}[EFILSUV]/.test(rest)) return false;
    const said = rest.replaceAll(/\s+/g, '');
    // Functions of gateways are named so too before what they call invalid.
    const isSaid =
      sentences.some((sentence) => said.startsWith(sentence)) ||
      (said.startsWith('Invalid') && (roots.has(root) || path !== root));
    return isSaid && !label.test(path);
  },
  ({ path, root, rest }) => (bare.has(path) || nested.has(root)) && isRequirement(rest),
  ({ path, isTight, rest }) => isTight && numbers.has(path) && limit.test(rest),
];

function isRequirement(rest: string): boolean {
  const said = /^\s{1,3}["'\u0060]?(\S.*)/.exec(rest)?.[1] ?? '';
  const word = /^\w+/.exec(said)?.[0] ?? '';
  return requirements.has(word) || /^(?:at least|This credential)\b/.test(said);
}

const furthest = 300;
const read = 120;

/** The dotted path with which the API's message starts; in the text as it is before the text with its lines joined. */
export function pathOf(flat: string, joined: string): string | undefined {
  const texts = joined === flat ? [namesIn(flat)] : [namesIn(flat), namesIn(joined)];
  for (const form of forms) {
    for (const names of texts) {
      const found = names.find(form)?.path;
      if (found !== undefined && found.length < furthest) return found;
    }
  }
  return undefined;
}

function namesIn(text: string): readonly Named[] {
  return Array.from(text.matchAll(dottedName), ({ 0: whole, 1: path = '', 2: space, index }) => {
    const end = index + whole.length;
    const dot = path.indexOf('.');
    return {
      path,
      root: dot < 0 ? path : path.slice(0, dot),
      isTight: space === '',
      rest: text.slice(end, end + read),
    };
  });
}
