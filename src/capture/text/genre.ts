import { saysOne } from '../../core/says-one.ts';
import {
  isAmong,
  isDoing,
  ofChanges,
  ofLessons,
  ofReports,
  reportingHeadings,
  tellingHeadings,
} from './genre-words.ts';
import { isCode } from './guides.ts';
import { tellsFailure, withoutFenced, withoutQuotedWords, withoutSettings } from './samples.ts';

/**
 * What shows that an error happened, and how much: ids, traces, logs, what programs print. Each behind words one of which
 * such a text has.
 */
const happening: readonly (readonly [words: readonly string[], mark: RegExp, weight: number])[] = [
  [['req_', 'toolu_'], /\breq_(?:vrtx_)?01(?!1CSHoEeqs5C35K2UUqR7Fy)|\btoolu_(?:bdrk_|vrtx_)?01/, 4],
  [
    ['Error code', 'An error occurred', 'HTTP/'],
    /\bError code: \d{3} - |An error occurred \(|\bHTTP\/[\d.]{1,3}"? [45]\d\d/,
    4,
  ],
  [['"error"', "'error'"], /["']type["']\s?:\s?["']error["']/, 5],
  [['⎿', '❯', '⏺', '✻', 'API Error'], /^\W{0,8}⎿|^[ \t]{0,4}[❯⏺✻] |(?<![「『“])\bAPI Error(?::| ?\(| \d)/m, 6],
  [[' {"', " {'", " b'"], /\b[45]\d\d (?:\{["']|b')/, 2],
  [['Error: ', 'Exception: '], /\S[ \t](?:[A-Z]\w{1,60}(?:Error|Exception)|Error): [A-Z]/, 2],
  [['Traceback', 'at ', 'File "'], /Traceback \(most|^[ \t]{1,40}(?:at \S+ ?\(|File ")/m, 3],
  [[' in'], /\b\d+ (?:errors?|failures?) in\b/i, 4],
  [[':'], /\d\d:\d\d:\d\d/, 3],
  [[':'], /^[^\n]{0,30}\d\d:\d\d:\d\d[^\n]{0,2000}\n[^\n]{0,30}\d\d:\d\d:\d\d/m, 6],
  [
    ['Error', 'Exception'],
    /^(?:E  )?[ \t>*\u0060"]{0,8}(?:Uncaught |Unhandled )?(?:[\w.]{1,80}(?:Error|Exception)|Error)(?: \[\w+\])?: \S/m,
    5,
  ],
];
/** What an author says of the page itself, and to whom an error may happen one day. */
const introduces = (text: string): boolean =>
  /\b(?:this|in this|the following) (?:article|guide|tutorial|lesson|chapter)\b|\bthis (?:example|document|page|section) (?:demonstrates|shows|explains|describes|covers|lists)\b|本文(?:将|介绍|档|為|旨在|会|总结|汇总|从)|本页|本篇|(?:下面|以下)(?:我|是我|为大家)?(?:整理|总结|汇总|介绍)|この(?:記事|ページ)では|本記事|本稿|解説(?:します|いたします|していき)|ご紹介(?:します|いたします)|이 (?:글|문서)(?:에서)?는|\ben este (?:artículo|tutorial|guía)\b|\bin diesem (?:artikel|beitrag|leitfaden)\b|\bdans cet (?:article|guide)\b|в этой статье|neste artigo/i.test(
    text,
  );
/** What stands around the text of a page. */
const published = (): RegExp =>
  /\b\d{1,3} min(?:ute)?s? read\b|\bOriginally published() at\b|\bTop comments\b|\bEnter fullscreen mode\b|\bTable of contents\b|^目[次录]$|【(?:対処法|解決|保存版|解説)】/im;
const advises = (text: string): boolean =>
  /\bif you(?:'re| are) (?:\w+ )?(?:encountering|seeing|getting|facing|running into)\b|(?:遭遇|経験)した(?:ことはありませんか|ことがある方)|^(?:Quick answer|Why this happens|The fix)$|\boccurs? (?:due to|for) (?:several|various|many|different) reasons\b/im.test(
    text,
  );
/** Who asks for something that is not there yet. */
const wishes = (text: string): boolean =>
  /\bfeature request\b|\b(?:would|it'd) be (?:very |really |so )?(?:nice|great|cool|awesome|good) (?:to|if)\b|\brequest(?:ing)? support\b|\bshould be considered\b/i.test(
    text,
  );
/** Rows of a table of errors that lead to their sections. */
const leading = (): RegExp => /\|\s{0,3}\u0060[^\u0060\n]{4,120}\u0060\s{0,120}\|\s{0,3}\[[^\]\n]{1,60}\]\(#/g;
/** Causes and remedies, each under its name; where there are several of both, a page goes through errors one by one. */
const causeNamed = (): RegExp =>
  /^[ \t>*#\d.-]{0,8}(?:\*\*)?(?:(?:possible |common )?causes?|reasons?|why it happens|what it means|meaning|错误含义|可能原因|常见原因|原因|原因分析|원인|causas?|ursachen?|причин[аы])(?:\*\*)?[ \t]{0,2}(?:[:：]|$)/gim;
const remedyNamed = (): RegExp =>
  /^[ \t>*#\d.-]{0,8}(?:\*\*)?(?:solutions?|fix(?:es)?|how to fix(?: it)?|what to do|remed(?:y|ies)|解决方(?:法|案)|解决办法|解決方法|解決策|対処法?|해결(?: ?방?법)?|soluci(?:ón|ones)|lösung(?:en)?|решени[ея])(?:\*\*)?[ \t]{0,2}(?:[:：]|$)/gim;
/** The error of a manual, which says nothing. */
const sampled = (): RegExp => /["']message["']\s?:\s?["'](?:\.\.\.|…|<|string["']|error message)/i;
/** Several statuses in a row, and families of them: what pages on errors list. */
const listing = (): RegExp =>
  /(?<![\w.:-])[45]\d\d(?:(?: ?[,/、·|和] ?| (?:and|or|und|y|et) |, (?:and|or) )[45]\d\d(?![\w.:-]))+|\b[45]xx\b/i;
/** A text that shows so much of an error is none that merely speaks of errors, whatever else it says. */
const surely = 9;

const point = /^[ \t>]{0,8}(?:[-*•+–] (?:\[[ xX]\] )?|\d{1,2}[.)] )/;
const heading = (): RegExp =>
  /^[ \t>]{0,4}(?:#{1,6} |={2,4} )|^[ \t]{0,4}\*\*[^*\n]{2,60}\*\*:?$|^[A-Z\u3040-\uffff][^.,;{}()]{0,48}:?$/;
/** What stands before the words of a heading or a point, and after them. Its classes of characters take long to make. */
const around = (): RegExp => /^[#=*\s>\d.)-]{0,12}(?:[^\p{L}\p{N}"'\u0060]{1,4}\s)?|[\s:*=：]{1,8}$/gu;
const scope = /^\w{1,12}(?:\([\w/., -]{1,40}\))?!?: /;
/** Names of functions, and of files of source code without a line in them, in running text. */
const ofSource = (): RegExp =>
  /\b[\w.]{2,60}\(\)|(?:^|[\s(\u0060])(?:[\w.@-]{1,60}\/){1,12}[\w.-]{1,60}\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|swift|exs?|vue)\b(?!["':,]? ?(?:line )?\d|:\d)/g;
const asks = /[?？]\s*$/m;
/** The change or the plan that a description is for, and sections that only descriptions of what was done have. */
const settles = (): RegExp =>
  /^\W{0,4}(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?|refs?|part of|supersedes|follow-up to):? (?:#\d|[A-Z]{1,8}-\d|https:\/\/github\.com\/\S+\/(?:issues|pull)\/\d)/im;
const did = (): RegExp =>
  /^[ \t]{0,3}#{1,4} (?:\S{1,3} )?(?:changes? (?:made|implemented|summary)|files? (?:changed|modified|touched|created)|test(?:ing)? plan|acceptance criteria|types? of change|definition of done|修改文件|测试计划|変更ファイル)/im;

/** For each of the patterns above words in small letters one of which such a text has: compiling all takes a millisecond. */
const wordsOf = (list: string): readonly string[] => list.split('|');
const settlingWords = ['fix', 'close', 'resolve', 'ref', 'part of', 'supersedes', 'follow-up to'].flatMap((verb) =>
  ['', 's', 'd', 'es', 'ed'].flatMap((end) => [`${verb}${end} `, `${verb}${end}: `]),
);
const introducingWords = wordsOf(
  'article|guide|tutorial|lesson|chapter|this example|this document|this page|this section|本文|本页|本篇|整理|总结|汇总|介绍|記事|ページ|本稿|解説|紹介|글|문서|artículo|guía|artikel|beitrag|leitfaden|статье|artigo',
);
const publishedWords = wordsOf(
  'min read|mins read|minute read|minutes read|originally published()|top comments|fullscreen|table of contents|目次|目录|【',
);
const advisingWords = wordsOf(
  'if you|遭遇|経験|quick answer|why this happens|the fix|occur due|occurs due|occur for|occurs for',
);
const wishingWords = wordsOf(
  "feature request|would be|it'd be|request support|requesting support|should be considered",
);
const causeWords = wordsOf('cause|reason|why it happens|what it means|meaning|错误含义|原因|원인|causa|ursache|причин');

/** Shorter texts say too little to tell, longer ones are logs and dumps. */
const shortest = 200;
const longest = 20_000;
/** From so much on, a text speaks of errors without being a report of one. */
const enough = 4;

/**
 * Whether a text as a whole is the description of a change, a release note, a plan or a page that teaches. Each mark
 * weighs what it told over some thousand such texts and some hundred reports of errors.
 */
export function speaksOfErrors(text: string): boolean {
  if (text.length < shortest || text.length > longest || !text.includes('\n') || /^\s*[[{<]/.test(text)) return false;
  const small = text.toLowerCase();
  let weight = -1;
  let shown = text;
  if (saysOne(small, settlingWords) && settles().test(text)) {
    weight += 5;
    shown = withoutQuotedWords(text);
  }
  if (text.includes('# ') && did().test(text)) weight += 6;
  if (saysOne(small, introducingWords) && introduces(text)) weight += 7;
  if (saysOne(small, publishedWords) && published().test(text)) weight += 6;
  if (saysOne(small, advisingWords) && advises(text)) weight += 4;
  if (saysOne(small, wishingWords) && wishes(text)) weight += 8;
  if (text.includes('](#') && (text.match(leading())?.length ?? 0) > 2) weight += 16;
  if (
    saysOne(small, causeWords) &&
    (text.match(causeNamed())?.length ?? 0) > 1 &&
    (text.match(remedyNamed())?.length ?? 0) > 1
  )
    weight += 10;
  for (const [words, mark, less] of happening) {
    if (saysOne(shown, words) && mark.test(shown)) weight -= less;
    if (weight <= -surely) return false;
  }
  if (saysOne(small, ['"message"', "'message'"]) && sampled().test(text)) weight += 7;
  if ((small.includes('xx') || (text.match(/[45]\d\d/g)?.length ?? 0) > 1) && listing().test(text)) weight += 3;
  weight += 4 * count(small, ofChanges(), 6) + count(small, ofLessons(), 6) - count(small, ofReports(), 6);
  const words = withoutFenced(text, isCode);
  weight +=
    2 * Math.min(3, (tellsFailure(words) ? words : text).match(ofSource())?.length ?? 0) - (asks.test(text) ? 1 : 0);
  return (
    weight +
      ofLines(
        withoutSettings(text)
          .split('\n')
          .filter((line) => line.trim() !== ''),
      ) >=
    enough
  );
}

/** What the headings and points of a text weigh, and a title that says what was done. */
function ofLines(lines: readonly string[]): number {
  let points = 0;
  let doing = 0;
  let telling = 0;
  let reporting = 0;
  for (const [index, line] of lines.entries()) {
    const isPoint = point.test(line);
    const isHeading = heading().test(line);
    if (!isPoint && !isHeading && index > 0) continue;
    const words = line.replace(around(), '').toLowerCase();
    if (isHeading && isAmong(words, tellingHeadings)) telling++;
    else if (isHeading && isAmong(words, reportingHeadings)) reporting++;
    const does = isDoing(words.replace(scope, ''));
    if (isPoint) points++;
    if (isPoint && does) doing++;
    if (index === 0 && does) telling += 1.25;
  }
  return 4 * Math.min(4.25, telling) - 3 * Math.min(3, reporting) + 2 * Math.min(3, doing) + 2 * Math.min(2, points);
}

/** How many of the phrases a text has, up to a number. */
function count(text: string, phrases: readonly string[], most: number): number {
  let found = 0;
  for (const phrase of phrases) if (text.includes(phrase) && ++found === most) break;
  return found;
}
