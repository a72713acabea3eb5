import { saysOne } from '../../core/says-one.ts';
import { blank } from './blanking.ts';
import { withoutCode } from './quoted-code.ts';
import { withoutProse } from './quoted-prose.ts';
import { withoutRequestText } from './request-text.ts';

/**
 * Blanks what speaks of errors without being one: code that handles errors, tests that passed, change logs, manuals,
 * the messages that a program has ready, what was said in a request. The text keeps its length, so places in it stay right.
 */
export function withoutMentions(text: string): string {
  return isCatalog(text) ? blank(text) : withoutProse(withoutCode(withoutRequestText(text)));
}

/** The fewest messages that make a catalog. */
const fewestMessages = 3;
/** Members that an answer, an error or a record of a log has. */
const ofRecords =
  /"(?:[\w-]{1,40}\.)?(?:error|message|msg|type|code|status|detail|details|reason|stack|level|time|timestamp|text|id)"\s*:/i;

/** Most records show it at once, and the pattern is dear to make. */
function isRecord(text: string): boolean {
  return saysOne(text, ['"type":', '"error":', '"message":']) || ofRecords.test(text);
}

/** Whether a text is a file of translated messages: one flat object of sentences, none of its members those of a record. */
function isCatalog(text: string): boolean {
  if (!/^\s*\{\s*"[\w.-]{1,80}"\s*:\s*"/.test(text) || isRecord(text)) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    const values = typeof parsed === 'object' && parsed !== null ? Object.values(parsed) : [];
    return values.length >= fewestMessages && values.every((value) => typeof value === 'string' && / /.test(value));
  } catch {
    return false;
  }
}
