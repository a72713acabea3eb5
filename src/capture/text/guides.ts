import { saysOne } from '../../core/says-one.ts';
import { lineKind, type LineKind } from './code-lines.ts';
import { tellsFailure, withoutFenced } from './samples.ts';

/**
 * What whole pages say that teach how errors are met: guides, references, error libraries, plans. Each group counts once;
 * two of them make a guide, unless someone tells in it what happened to them.
 */
const taught = [
  /\bback-?off\b|\bjitter\b|退避|バックオフ/i,
  /\b(?:this|the) (?:guide|article|lesson|tutorial|post|example|page|chapter|section|module|library) (?:explain|summari[sz]|demonstrat|show|cover|describ|provid|detail|define|teach|walk)\w{0,4}\b|\bin this (?:guide|article|lesson|tutorial|post|chapter)\b|\byou(?:'ll| will) (?:learn|encounter|build|see|need to handle)\b/i,
  /(?:error|rate limit|overload(?:ed)?|retry) handling\b|\bhandling\b.{0,60}\berrors?\b|\bhow to (?:handle|fix|solve|retry|resolve)\b|\bhandle (?:these|every|each|specific|all|them)\b|\b(?:retry|fallback) (?:logic|strateg\w{1,3}|mechanism)\b/i,
  /\bwhat (?:it|they|this|each)\b.{0,40}\bmeans?\b|\bmeans?,? (?:that )?(?:the |your |anthropic|why)|\bwhat to do\b|\bmean different things\b/i,
  /\bbest practices\b|\bproduction[- ](?:pattern|ready|grade)\w{0,1}\b|\bin production\b|\bbuilding (?:with|on|production|a real)\b/i,
  /\b(?:non-)?retr[iy]able\b|\b(?:should|can|never|don't|do not|not) (?:be )?retr(?:y|ied)\b|\b(?:safe|whether) to retry\b|\bfail fast\b/i,
  /\boccurs? (?:due to|when|because)\b|\b(?:due to|for) several reasons\b|\bis returned when\b|\bocurre cuando\b|\bse produce cuando\b|\btritt auf, wenn\b|\bse produit lorsque\b/i,
  /\bwhen (?:the )?(?:anthropic|claude)(?:'s)?(?: api)? (?:returns?|answers?|responds?|is overloaded|sends?)\b/i,
  /\berror (?:response|type|code|class).{0,24} (?:format|structure|shape|for the|reference|system|at a glance)\b|\b(?:has|have|follows?|in) (?:this|the following|a predictable)\b.{0,30}\b(?:structure|format|shape)\b|\berrors? come back in\b|\berror types for\b/i,
  /\b(?:classified|normali[sz]ed|mapped|treated) (?:as|to)\b|\bmaps? .{0,60}\berrors? to\b|\berror (?:mapper|normali[sz]er|classification|categor\w{1,4})\b/i,
  /^#{1,6} (?:Problem(?: Statement| Addressed)?|Solution(?: Components| Implemented)?|Overview|Implementation|Changes Implemented|Key Takeaways)\b/im,
  /^#{0,4} ?(?:Symptoms?:|(?:Solution|Cause|Fix|Option|Step) \d\b)/im,
  /^(?:- )?(?:Inherits|Defined in):|^(?:Constructors|Structs|Enums|Overview|Causes|Reason|Solution|How to fix it|What it means)\b[§:]?\s*$|§|\bExpand description\b|^Error types\b|^Exception: \w{1,40}::/im,
  /\b(?:soluci[oó]n|resumen|mejoras)\b.{0,30}\b(?:error|problema|implementad)|错误处理|處理錯誤|エラー(?:処理|ハンドリング)|\bFehlerbehandlung\b|\bgestion des erreurs\b|обработк[аи] ошибок/i,
];
const enough = 2;
/** A page that shows a whole error needs more to be one that teaches. */
const enoughWithError = 3;
const envelope = /["']type["']\s?:\s?["']error["']/;

/** Who tells what happened to them, and what a report of it has: the sections of a form, times, traces, ids of calls. */
const reported = [
  /\d\d:\d\d:\d\d|^[ \t]{1,40}(?:at \S|file ")|\bstatus(?: code|_code)?["']?\s?[:=]\s?[45]\d\d\b(?!\s*\))/im,
  /\b(?:i|we|it|they|he|she|everyone)(?:'\w\w?)? .{0,20}\b(?:get|gets|got|getting|receiv\w+|see|seeing|saw|hit|hits|hitting|encounter\w*|fac(?:e|ed|ing)|run(?:ning)? into|ran() into|tried|trying|notic\w+|experienc\w+|fails?|failed|crash\w*)\b/i,
  /\bmy (?:code|app|script|key|account|api|project|agent|bot|server|request|workflow|setup|machine|config)|\bany (?:ideas?|hints?|help)\b|\bplease help\b(?! me\b)|报错(?:如下|了|信息)|出错了|エラーが(?:出|発生)/i,
  /\bsince (?:the|this|noon|yesterday|today|last|\d|mon|tue|wed|thu|fri|sat|sun)|\b(?:today|tonight|yesterday|right now|meanwhile|last (?:night|week)|this (?:morning|afternoon|week|time))\b|\bdo(?:es)?(?: not|n't) (?:help|work)\b|\b(?:is|are|keeps?|started) failing\b|\b(?:fails?|died?|dies|crash\w*) (?:with|on|after|since)\b|\battempt \d|\bafter \d+ (?:retries|tries|attempts)\b|(?:seit|depuis|desde) \w|从.{0,6}开始|今日|今天/i,
  /\bmessages\.\d|\btools\.\d|\d{4,} (?:tokens|bytes) > \d|\b(?:says|said|prints|printed()|result|answers|returns): \S|[?？!]\s*$/i,
  /\[bug\]|\bversion:? v?\d+\.\d|\bself-? ?hosted\b|\bpost-?mortem\b|\broot cause: \S|\b\d+ (?:errors?|failures?) in\b|\b(?:shows?|gives?|reads?) ["“«]|\b(?:each|every) (?:single )?time\b|\bfor every (?!error)\w|\bnothing (?:changes|changed|helps|helped)\b|^(?:event: error|data: \{)/im,
  /^#{0,5} ?\**(?:steps to reproduce|to reproduce|expected behaviou?r|actual behaviou?r|environment|what happened|bug description|describe the bug|logs|error (?:messages?|logs?|output))\b/im,
];

/** Lines that programs print as they fail; guides have them as headings. */
const failedLine = /^\S{0,80}(?:error|exception): \S/im;
const guide = /\b(?:this|the) (?:guide|article|lesson|tutorial) \w/i;

/** What errors that happened carry; the id is that of no sample in the documentation. */
const carried = (text: string): boolean =>
  /\breq_(?:vrtx_)?01(?!1CSHoEeqs5C35K2UUqR7Fy)|Traceback|Error code: \d|API Error(?::| ?\(| \d)/.test(text);
/** Shorter texts are errors, not pages; one line may be longer. */
const shortest = 200;
const shortestLine = 400;

/** Words one of which every such page has; bodies and traces seldom do. */
const hints =
  'handl|guide|article|lesson|tutorial|example|backoff|back-off|jitter|mean|overview|solution|soluci|symptom|problem|occur due|occurs due|occur when|occurs when|occur because|occurs because|ocurre|error type|error response|error code|inherits|practice|when anthropic|when the anthropic|when claude|when the claude|错|處|エ|误'.split(
    '|',
  );

/** Whether a text is a page that teaches: a guide, a reference, an error library, a plan. */
export function isGuide(text: string): boolean {
  if (text.length < (text.includes('\n') ? shortest : shortestLine)) return false;
  if (/^\s*[[{<]/.test(text) || !saysOne(text.toLowerCase(), hints)) return false;
  if (carried(text) || reported.some((mark) => mark.test(text)) || (failedLine.test(text) && !guide.test(text)))
    return false;
  const needed = envelope.test(text) ? enoughWithError : enough;
  let found = 0;
  for (const group of taught) {
    if (group.test(text) && ++found === needed) return true;
  }
  return false;
}

const fewestLines = 6;
const fewestCode = 5;
/** A report of an error may hold a program; most of it is words, and what the program printed. */
const mostly = 0.4;

const codeWords =
  'import |export |interface |const |let |var |function|func |fn |def |class |return |await |public |private |=> |expect(|assert|<?php|end\n|if (|if err|self.|this.|->|raise |throw |struct |enum |fun |val |void |record |do\n|use |/// |// |# '.split(
    '|',
  );
const fewestWords = 2;

function wordsOfCode(text: string): number {
  return codeWords.filter((word) => text.includes(word)).length;
}

/** An error that a run printed, a log or a trace, among the lines that are no code. */
const printed = (): RegExp =>
  /^[ \t>]{0,8}(?:Uncaught |Unhandled )?(?:[\w.]{1,80}(?:Error|Exception)|Error)(?: \[\w+\])?: |Traceback \(most|\breq_(?:vrtx_)?01(?!1CSHoEeqs5C35K2UUqR7Fy)|\bAPI Error(?::| ?\(| \d)|\bError code: \d|An error occurred \(|\d\d:\d\d:\d\d|^[ \t]{1,40}at \S+ \(|^[ \t]{1,40}File "|HTTP\/[\d.]{1,3}"? [45]\d\d|⎿|^[ \t]{0,8}\^+[ \t]*$/m;
/** A comment that tells what a run gave. */
const ran = (): RegExp =>
  /(?:\/\/|#) ?(?:fails?|prints?|throws?|raises?|gives?|errors?|outputs?|results?|=>|->)\b.{0,30}[:=] ?\S/i;

export function isCode(block: string): boolean {
  const kinds = block.split('\n').map(lineKind);
  return kinds.filter((kind) => kind === 'code').length >= mostly * kinds.length;
}

/** Whether a text is a program, or a part of one, with no error that its run printed. */
export function isProgram(text: string): boolean {
  if (text.split('\n', fewestLines).length < fewestLines || wordsOfCode(text) < fewestWords) return false;
  if (text.includes('Traceback (most')) return false;
  const lines = text.split('\n');
  const kinds = lines.map(lineKind);
  const count = (kind: LineKind): number => kinds.filter((one) => one === kind).length;
  const code = count('code');
  if (code < fewestCode || code < mostly * (code + count('other') + count('data') / 2)) return false;
  if (text.includes('\u0060\u0060\u0060') && tellsFailure(withoutFenced(text, isCode))) return false;
  return !ran().test(text) && !printed().test(lines.filter((_, index) => kinds[index] === 'other').join('\n'));
}
