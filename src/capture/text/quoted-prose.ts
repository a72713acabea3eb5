import { saysOne } from '../../core/says-one.ts';
import { wordList } from '../../core/word-list.ts';
import { blank, blankUnlessHappened, happened, lead } from './blanking.ts';
import { isDoing } from './genre-words.ts';
import { isTalk } from './talk.ts';

/** Prose that names an exception class as what is raised, to be caught, or now handled. */
const described = (): RegExp =>
  /^[^\n]{0,300}\b(?:raises?|throws?|catch(?:es)?|added|adds|handles?|wraps?) \u0060[\w.]{1,80}(?:Error|Exception)\u0060[^\n]*$/gim;
/** What the documentation says of errors; who found something else says so on the same line. */
const documented = (): RegExp =>
  /^(?![^\n]{0,600}\b(?:but|however|yet|got|gets?|getting|receiv\w{0,5}|fail\w{0,4})\b)[^\n]{0,300}\b(?:docs|documentation|manual)\b[^\n]{0,20}\b(?:says?|states?|mentions?|lists?)\b[^\n]*$/gim;

/** What a commit message begins with; the words that programs begin log lines with need a verb or a scope behind them. */
const commit = String.raw`(?:(?:fix|feat|chore|refactor)(?: ?\([\w/., -]{1,40}\))?!?: |(?:docs|test|perf|build|ci)(?:(?: ?\([\w/., -]{1,40}\)!?|!): |: (?=(?:add|allow|avoid|bump|catch|check|clean|cover|detect|do not|don't|drop|ensure|exclude|explain|expose|fix|handle|improve|include|keep|let|log|make|map|mention|mock|move|never|pin|prevent|raise|refactor|remove|rename|replace|report|restore|retry|revert|run|show|simplify|skip|speed|split|stop|support|surface|test|treat|update|upgrade|use|wait|write)\b)))`;
const commitStarts = ['fix', 'feat', 'chore', 'docs', 'test', 'refactor', 'perf', 'build', 'ci'].flatMap((kind) => [
  `${kind}: `,
  `${kind}(`,
  `${kind} (`,
  `${kind}!: `,
]);
/** Entries of change logs and commit messages. */
const changed = new RegExp(String.raw`${lead}(?:[*-] \*\*[\w-]{1,40}:\*\* |(?:[*•-] )?${commit})[^\n]*$`, 'gm');
const changelogHeading = (text: string): boolean =>
  /^[^\n\w#]{0,4}(?:#{1,3} \[?v?\d+\.\d+\.\d+|(?:#{1,3} )?(?:(?:Release|Version) v?\d+\.\d+|Release notes|Changelog|What's changed)\b)/im.test(
    text,
  );
const entries = new RegExp(String.raw`${lead}[*-] [^\n]*$`, 'gm');
/** Whether such an entry tells what changed, even where it quotes an error. */
const tellsChange = (entry: string): boolean => isDoing(entry.replace(/^\W{0,12}/, '').toLowerCase());

/** Rows of a table or list that tells what the errors mean. */
const told = new RegExp(
  String.raw`${lead}(?:[-*•|][ \t]{0,4})?[\u0060*"]{0,3}(?:HTTP )?[45]\d\d[\u0060*"]{0,3}[ \t]{0,4}(?:[-–—:|][ \t]{0,4}){1,3}[\u0060*"]{0,3}(?:\w+_error|request_too_large)\b.*$`,
  'gm',
);
/** A table one column of which tells what the errors of another mean, or what to do. */
const ofError =
  '\\b(?:message|error|code|status|type|fehler|erreur|mensaje|c[óo]digo)s?\\b|消息|訊息|错误|錯誤|报错|状态|代码|エラー|メッセージ|コード|오류|메시지|ошибк|код';
const ofMeaning =
  '\\b(?:mean(?:s|ing)|what to do|description|actions?|solutions?|fix|causes?|section|handling|remed(?:y|ies)|bedeutung|ursache|lösung|significado|causa|soluci[óo]n|que hacer)\\b|部分|说明|說明|原因|解决|解決|含义|意味|対処|対応|의미|원인|해결|значени|причин|решени';
const explainingTable = new RegExp(
  String.raw`^[ \t]{0,8}\|(?=[^\n]{0,300}(?:${ofError}))(?=[^\n]{0,300}(?:${ofMeaning}))[^\n]*\|[ \t]*\n[ \t]{0,8}\|[-: |]{3,300}\n(?:[^\n|]*\|[^\n]*(?:\n|$))+`,
  'gim',
);
const ofCall = /\breq_(?:vrtx_)?01/;
/** A quoted message in bold with its explanation behind it; two of them make a page of advice. */
const advised = (): RegExp => /^[ \t]{0,8}(?:[-*] )?\*\*["“\u0060'][^\n]{1,300}["”\u0060']\*\*:? [^\n]*$/gm;
/** A question about errors in general, with its answer. */
const asked = (): RegExp =>
  /^[^\n]{0,200}\bwhat(?: do| does|'s| is| are)\b[^\n?]{1,300}\?[ \t]*\n+[^\n]{0,80}\b(?:means?|happens when|is returned when)\b[^\n]*$/gim;
/** Steps of a scenario. */
const steps = new RegExp(
  String.raw`${lead}(?:Feature:|Scenario(?: Outline)?:|Given |When |Then |And |But )[^\n]*$`,
  'gm',
);

/** Who asks whether it is this or that; what an error says stands between quotes, or behind a colon. */
const guessed = (): RegExp =>
  /(?<=^|[.!?]\s)[^\n.!?"'\u0060\u201c\u2018:{}[\]]{0,200}\b(?:is (?:this|it|that|my)|could (?:this|it|that)|are (?:these|you|we)|(?:do|does|did) (?:this|it|that)|am I)\b[^\n.!?"'\u0060\u201c\u2018:{}[\]]{0,300}\?/gim;
/** What should have happened, under a heading of its own. */
const hoped = (): RegExp =>
  /^[ \t]{0,3}#{1,6} (?:\S{1,3} )?(?:expected\b|what (?:should|did you expect)\b)[^\n]*\n(?:(?![ \t]{0,3}#)[^\n]*\n?){1,12}/gim;

/** Some write the error itself there. */
const hopes =
  /\n[^#]*\b(?:should|would|no errors?|without|instead|success\w*|be able|works?|returns?|handled?|retr(?:y|ies))\b/i;

/** Lines that wish for something: what they name is no error, unless they quote one. What an error asks for is no wish. */
const wished = (): RegExp =>
  /^(?=.{0,2000}\b(?:please (?:add(?! (?:more |some |your |an? |the )?(?:(?:valid|new|payment|credit|billing|prepaid) )?(?:credits?|funds|money|balance|payment|billing|cards?|method|api|keys?)\b)|support(?! (?:team|at)\b)|allow(?! (?:a |some |up to |\d))|consider (?:add|support|mak|allow|implement|expos|handl|document)ing|document|implement)|feature request|would be (?:great|nice|useful|helpful) to (?:have|be able|choose|make|show|support|see|add))\b).*$/gim;
/** What an error that a wish quotes looks like. */
const quotes = (): RegExp =>
  /\breq_|\b\w{0,40}(?:Error|Exception)\b ?[:(]|\b[45]\d\d\b ?(?:[{<:]|[A-Z])|\bcode\b|status|["“\u0060'][^"”\u0060'\n]{12,}["”\u0060']/;

const typeLike = /\b(?:[a-z_]{3,20}_error|request_too_large)\b/g;
const types = wordList(
  'invalid_request_error authentication_error permission_error not_found_error rate_limit_error api_error overloaded_error billing_error timeout_error request_too_large',
);
/** A text that names so many types explains them, unless it shows an error that happened. */
const mostTypes = 3;
/** From so many types on, a list explains errors; fewer may be errors that happened. */
const fewestRows = 3;
/** Marks of a log: what its lines name happened, one after another. */
const logged = (): RegExp => /\b(?:attempt|retry(?:ing)?|WARN(?:ING)?|ERROR|failed)\b|\d\d:\d\d:\d\d/i;
const status = /\b[45]\d\d\b/;
/** A line that lists the names of errors, of this API or others. */
const listed = (): RegExp => /^(?:[^\n]{0,400}?\b[a-z]{2,20}(?:_[a-z]{2,20}){0,3}_error\b){3}[^\n]*$/gm;

/** Blanks prose about errors: change logs, manuals, tables of what errors mean, scenarios, wishes, prompts. */
export function withoutProse(text: string): string {
  if (isTalk(text)) return blank(text);
  let left = text;
  if (left.includes(':** ') || (left.includes(': ') && saysOne(left, commitStarts)))
    left = left.replace(changed, blankUnlessHappened);
  if (left.includes(' \u0060') && /(?:raise|throw|catch|add|handle|wrap)/i.test(left))
    left = left.replace(described(), blankUnlessHappened);
  const small = left.toLowerCase();
  if (saysOne(small, ['docs', 'documentation', 'manual'])) left = left.replace(documented(), blankUnlessHappened);
  if (saysOne(small, ['#', 'chang', 'release', 'version']) && changelogHeading(left)) {
    left = left.replace(entries, (entry) => (tellsChange(entry) ? blank(entry) : blankUnlessHappened(entry)));
  }
  if (/\|[ \t]*\n[ \t]*\|[-: ]/.test(left)) {
    left = left.replace(explainingTable, (table) => (ofCall.test(table) ? table : blank(table)));
  }
  if (left.includes('**') && (left.match(advised())?.length ?? 0) > 1)
    left = left.replace(advised(), blankUnlessHappened);
  if (left.includes('?\n')) left = left.replace(asked(), blank);
  if (
    left.includes('?') &&
    saysOne(small, ['is this', 'is it', 'is that', 'is my', 'could ', 'are ', 'do', 'did', 'am i'])
  )
    left = left.replace(guessed(), blankUnlessHappened);
  if (left.includes('# ') && saysOne(small, ['expected', 'what should', 'did you expect']))
    left = left.replace(hoped(), (section) =>
      hopes.test(section) && !quotes().test(section) ? blankUnlessHappened(section) : section,
    );
  if (left.includes('Scenario') && left.includes('Then ')) left = left.replace(steps, blankUnlessHappened);
  if (distinctTypes(left) >= fewestRows && distinctTypes(left.match(told)?.join('\n') ?? '') >= fewestRows) {
    left = left.replace(told, blank);
  }
  if (
    saysOne(small, ['please ', 'feature request', 'would be ']) &&
    /please (?:add|support|allow|consider|document|implement)|feature request|would be (?:great|nice|useful|helpful)/.test(
      small,
    )
  ) {
    left = left.replace(wished(), (line) => (quotes().test(line) ? line : blankUnlessHappened(line)));
  }
  if (left.split('_error').length > fewestRows) {
    left = left.replace(listed(), (line) => (logged().test(line) ? line : blankUnlessHappened(line)));
  }
  return isExplained(left) ? blank(left) : left;
}

/** Whether a text names so many types that it explains them; the lines of a log name what happened. */
function isExplained(text: string): boolean {
  if (distinctTypes(text) <= mostTypes || happened.test(text)) return false;
  return (
    text.split('\n').filter((line) => distinctTypes(line) === 1 && (logged().test(line) || status.test(line))).length <
    2
  );
}

function distinctTypes(text: string): number {
  if (!text.includes('_error')) return 0;
  return new Set(text.match(typeLike)?.filter((type) => types.has(type))).size;
}
