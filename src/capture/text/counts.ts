import { wordList } from '../../core/word-list.ts';

/** Units and things that are counted. */
const counted = (): RegExp =>
  /^(?:[ \t]*(?:%|[$€£¥]|[.,]\d|[:/]\d|px|x\d|ms\b|msec|[µu]s\b|ns\b|s\b|secs?\b|seconds?\b|min(?:ute)?s?\b|hours?\b|days?\b|[kmgt]i?b\b|bytes?\b|bits?\b|chars\b|characters\b|words\b|lines\b|tokens\b|items\b|pages\b|rows\b|results\b|records\b|files\b|documents\b|docs\b|entries\b|matches\b|hits\b|chunks\b|events\b|samples\b|prompts\b|tests\b|images\b|users\b|objects\b|rpm\b|tpm\b|times\b|attempts\b|retries\b|credits\b|usd\b|eur\b|gbp\b|cents?\b|of\b(?!\s+type)|out of\b|条|個|个|行|件|字|毫秒|秒|次|분|초|개|건|행|바이트)|-(?:\d|byte|char|token|line|page|row)|[ \t]+(?:requests|calls|jobs|messages)(?=[ \t]*(?:[,;)\]]|\.(?:\s|$)|$|were|have|had|in|so|today)))/im;

/** The words that `counted` begins with: most words behind a status are none of them, and the pattern is dear to make. */
const countedWords = wordList(
  'px x ms msec us ns s sec secs second seconds min mins minute minutes hour hours day days b kb mb gb tb kib mib gib tib byte bytes bit bits chars characters words lines tokens items pages rows results records files documents docs entries matches hits chunks events samples prompts tests images users objects rpm tpm times attempts retries credits usd eur gbp cent cents of out requests calls jobs messages',
);

/** Whether a number counts or measures something, by what stands behind it. */
export function isCount(after: string): boolean {
  const next = after.trimStart();
  // Most statuses stand before a body, a mark or a line's end, and the pattern is dear to make.
  if (next === '' || (/^[-{}[\]()"'\\|<>;`]/.test(next) && !after.startsWith('-'))) return false;
  if (/^[.,:/][^\d]/.test(next)) return false;
  const word = /^[a-z]+/i.exec(next)?.[0].toLowerCase();
  return (word === undefined || countedWords.has(word)) && counted().test(after);
}

/** What a number counts, measures or names when it stands right behind, by the last word of the name. */
const labels = wordList(
  'line lines ln row rows col column columns position pos offset index char pid tid ppid port attempt epoch step iteration batch page chapter item job task build release revision rev version user uid gid order ticket issue pr room turn took elapsed latency duration within about length size count total sum max min tokens bytes id ids timeout budget price cost usd eur width height quality score exit exited',
);
/** The same of names of several words. */
const lastParts = wordList(
  'id tokens bytes ms sec secs seconds length size count total limit timeout port pid budget max min chars price cost',
);
const exit = /exit(?:ed)?(?:[ _-]with)?(?:[ _-]status)?(?:[ _-]code)?$/i;

/** Whether a number counts, measures or names something other than an answer, by the name that stands before it. */
export function isMeasure(before: string): boolean {
  let end = before.length;
  while (end > 0 && ' \t"\'()[]=>:#'.includes(before.charAt(end - 1))) {
    if (before.charAt(end - 1) === '#') return true;
    end--;
  }
  const name = before.slice(0, end);
  if ('$€£¥~≈'.includes(name.charAt(end - 1) || ' ')) return true;
  const word = /\w*$/.exec(name)?.[0] ?? '';
  if (labels.has(word.toLowerCase()) || (name.toLowerCase().includes('exit') && exit.test(name))) return true;
  const parts = word.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').split('_');
  return parts.length > 1 && lastParts.has((parts.at(-1) ?? '').toLowerCase());
}
