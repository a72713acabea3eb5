import { blank, blankUnlessHappened, happened, lead } from './blanking.ts';

/** Prose that names an exception class as what is raised or to be caught. */
const described =
  /^[^\n]{0,300}\b(?:raises?|throws?|catch(?:es)?) \u0060[\w.]{1,80}(?:Error|Exception)\u0060[^\n]*$/gim;

/** Entries of change logs and commit messages. */
const changed = new RegExp(
  String.raw`${lead}(?:[*-] \*\*[\w-]{1,40}:\*\* |(?:fix|feat|chore|docs|test|refactor|perf|build|ci)(?:\([\w/., -]{1,40}\))?!?: )[^\n]*$`,
  'gm',
);
const changelogHeading =
  /^[^\n\w#]{0,4}(?:#{1,3} \[?v?\d+\.\d+\.\d+|(?:#{1,3} )?(?:Release notes|Changelog|What's changed)\b)/im;
const entries = new RegExp(String.raw`${lead}[*-] [^\n]*$`, 'gm');

/** Rows of a table or list that tells what the errors mean. */
const told = new RegExp(
  String.raw`${lead}(?:[-*•|][ \t]{0,4})?[\u0060*"]{0,3}(?:HTTP )?[45]\d\d[\u0060*"]{0,3}[ \t]{0,4}(?:[-–—:|][ \t]{0,4}){1,3}[\u0060*"]{0,3}(?:\w+_error|request_too_large)\b.*$`,
  'gm',
);
/** A table one column of which tells what the errors of another mean, or what to do. */
const explainingTable =
  /^[ \t]{0,8}\|(?=[^\n]{0,300}\b(?:message|error|code|status|type)s?\b)(?=[^\n]{0,300}\b(?:mean(?:s|ing)|what to do|description|actions?|solutions?|fix|causes?|handling|remed(?:y|ies))\b)[^\n]*\|[ \t]*\n[ \t]{0,8}\|[-: |]{3,300}\n(?:[ \t]{0,8}\|[^\n]*(?:\n|$))+/gim;
/** A quoted message in bold with its explanation behind it; two of them make a page of advice. */
const advised = /^[ \t]{0,8}(?:[-*] )?\*\*["“\u0060'][^\n]{1,300}["”\u0060']\*\*:? [^\n]*$/gm;
/** A question about errors in general, with its answer. */
const asked =
  /^[^\n]{0,200}\bwhat(?: do| does|'s| is| are)\b[^\n?]{1,300}\?[ \t]*\n+[^\n]{0,80}\b(?:means?|happens when|is returned when)\b[^\n]*$/gim;
/** Steps of a scenario. */
const steps = new RegExp(
  String.raw`${lead}(?:Feature:|Scenario(?: Outline)?:|Given |When |Then |And |But )[^\n]*$`,
  'gm',
);

/** Lines that wish for something: what they name is no error, unless they quote one. */
const wished =
  /^(?=[^\n]{0,2000}\b(?:please (?:add|support|allow|consider|document|implement)|feature request|would be (?:great|nice|useful|helpful) to (?:have|be able|choose|make|show|support|see|add))\b)[^\n]*$/gim;
/** What an error that a wish quotes looks like. */
const quotes =
  /\breq_|\b\w{0,40}(?:Error|Exception)\b ?[:(]|\b[45]\d\d\b ?(?:[{<:]|[A-Z])|\bcode\b|status|["“\u0060'][^"”\u0060'\n]{12,}["”\u0060']/;

const types =
  /\b(?:invalid_request|authentication|permission|not_found|rate_limit|api|overloaded|billing|timeout)_error\b|\brequest_too_large\b/g;
/** A text that names so many types explains them, unless it shows an error that happened. */
const mostTypes = 3;
/** From so many types on, a list explains errors; fewer may be errors that happened. */
const fewestRows = 3;

/** Blanks prose about errors: change logs, manuals, tables of what errors mean, scenarios, wishes. */
export function withoutProse(text: string): string {
  let left = text;
  if (/:\*\* |\b(?:fix|feat|chore|docs|test|refactor|perf|build|ci)(?:\([\w/., -]{1,40}\))?!?: /.test(left))
    left = left.replace(changed, blankUnlessHappened);
  if (/(?:raise|throw|catch)/i.test(left)) left = left.replace(described, blankUnlessHappened);
  if (/#|chang|release/i.test(left) && changelogHeading.test(left)) left = left.replace(entries, blankUnlessHappened);
  if (/\|[ \t]*\n[ \t]*\|[-: ]/.test(left)) left = left.replace(explainingTable, blankUnlessHappened);
  if (left.includes('**') && (left.match(advised)?.length ?? 0) > 1) left = left.replace(advised, blankUnlessHappened);
  if (left.includes('?\n')) left = left.replace(asked, blank);
  if (left.includes('Scenario') && left.includes('Then ')) left = left.replace(steps, blankUnlessHappened);
  if (distinctTypes(left) >= fewestRows && distinctTypes(left.match(told)?.join('\n') ?? '') >= fewestRows) {
    left = left.replace(told, blank);
  }
  if (/please|feature request|would be/i.test(left)) {
    left = left.replace(wished, (line) => (quotes.test(line) ? line : blankUnlessHappened(line)));
  }
  const isExplained = distinctTypes(left) > mostTypes && !happened.test(left);
  return isExplained ? blank(left) : left;
}

function distinctTypes(text: string): number {
  return text.includes('_error') ? new Set(text.match(types)).size : 0;
}
