import { wordList } from '../../core/word-list.ts';
import { happened } from './blanking.ts';
import { speaksOfErrors } from './genre.ts';
import { isGuide, isProgram } from './guides.ts';
import { withoutQuotedWords } from './samples.ts';

/** The description of a change: a title as commits have, with a body below. */
const titled =
  /^\s*(?:#{1,3} )?(?:fix|feat|chore|docs|test|refactor|perf|build|ci|style|revert) ?(?:\([\w/., -]{1,40}\))?!?: [^\n]{1,200}\n[ \t]*\n/;
const changes = wordList('fix feat chore docs test refactor perf build ci style revert');
/** The sections that descriptions of changes have and reports of errors do not. */
const tested =
  /^#{1,4} (?:Test plan|Tests?|How to test|Testing|Types? of change|How (?:has this been|was this) tested)\b/im;
/** What descriptions of changes begin with where they have no such section: a summary in points. */
const pointed = /^\s*#{1,3} (?:Summary|Changes|What changed)[ \t]*\n+[-*] /;
const form = /^#{1,4} (?:Steps|To Reproduce|Environment|Expected|Actual|Reproduction|Versions?|Logs)\b/im;
const summarized = /^#{1,4} (?:Summary|What|Why|Changes|Fix|Problem|Motivation)\b/im;

/** What a model is told to be. */
const instructed = /^\s*(?:#[^\n]{0,200}\n\s*)?You are (?:an? |the |my |our |Claude\b)/;

/** Names of exception classes; a text with so many of them, and neither a trace nor a log, lists what can be raised. */
const classes = /\b[A-Z]\w{2,60}(?:Error|Exception)\b/g;
const mostClasses = 5;

/** What an error that happened shows, as runtimes, clients and logs print it. */
const shown =
  /^[^\n]{0,200}\b\w{1,60}(?:Error|Exception)\b ?[:(]|^\s{1,40}at \S|HTTP\/[\d.]{1,3} [45]\d\d|\bstatus(?:Code)?["']?\s?[:=]\s?[45]\d\d|^[^\n]{0,40}\b[45]\d\d \{/m;
/** Traces and logs, whatever they are about. */
const recorded = /^\s{1,40}(?:at \S|File ")|\d\d:\d\d:\d\d|\b(?:WARN(?:ING)?|ERROR|INFO|DEBUG)\b/m;

/**
 * Whether a whole text speaks of errors without being a report of one: the description of a change, the instructions of
 * a model, a list of what can be raised.
 */
export function isTalk(text: string): boolean {
  if (/^\s*(?:#|You are)/.test(text) && instructed.test(text)) return !/Traceback|Error code: \d|API Error/.test(text);
  if (isChange(text) && showsNone(withoutQuotedWords(text))) return true;
  if (isProgram(text) || isGuide(text) || speaksOfErrors(text)) return true;
  if (text.split(/Error|Exception/, mostClasses + 2).length <= mostClasses + 1) return false;
  return new Set(text.match(classes)).size > mostClasses && !happened.test(text) && !recorded.test(text);
}

function showsNone(text: string): boolean {
  return !happened.test(text) && !shown.test(text);
}

function isChange(text: string): boolean {
  if (changes.has(/^[\s#]*([a-z]{2,8}) ?[!(:]/.exec(text)?.[1] ?? '') && titled.test(text)) return true;
  if (!text.includes('# ')) return false;
  return (tested.test(text) && summarized.test(text)) || (pointed.test(text) && !form.test(text));
}
