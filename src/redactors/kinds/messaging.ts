import { endOfRun, isAlphanumeric, isDigit, isHexDigit, isTokenCharacter } from '../characters.ts';
import { defineNamedRedactor, definePatternRedactor, defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';
import { entropyOf, isPlaceholder } from '../values.ts';

const isPath = (code: number): boolean => isAlphanumeric(code) || code === 47 || code === 95 || code === 45;

/** Tokens of services that send messages. */
export const messagingTokens = [
  defineRedactor({
    kind: 'Slack token',
    anchors: ['xoxa-', 'xoxb-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xoxd-', 'xoxc-', 'xapp-'],
    find: token({ of: (code) => isTokenCharacter(code) || code === 37, least: 10, most: 300 }),
  }),
  defineRedactor({
    kind: 'Slack webhook',
    anchors: ['hooks.slack.com/services/', 'hooks.slack.com/workflows/', 'hooks.slack.com/triggers/'],
    find: afterAnchor(20, 120),
  }),
  defineRedactor({
    kind: 'Discord webhook',
    anchors: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    find: afterAnchor(40, 140),
  }),
  defineRedactor({
    kind: 'Teams webhook',
    anchors: ['webhook.office.com/webhookb2/', 'outlook.office.com/webhook/'],
    find(text, at, anchor) {
      const start = at + anchor.length;
      const end = endOfRun(text, start, (code) => isPath(code) || code === 64, 300);
      return end - start >= 60 ? { start, end } : undefined;
    },
  }),
  defineRedactor({ kind: 'Mailgun key', anchors: ['key-'], find: token({ of: isHexDigit, least: 32, most: 32 }) }),
  defineRedactor({
    kind: 'Telegram bot token',
    anchors: [':AA'],
    find(text, at, anchor) {
      let start = at;
      while (start > 0 && at - start < 12 && isDigit(text.charCodeAt(start - 1))) start--;
      const end = endOfToken(text, at + anchor.length);
      const length = end - at - anchor.length;
      return at - start >= 7 && length >= 30 && length <= 36 ? { start, end } : undefined;
    },
  }),
];

/** Tokens whose beginning is too short to be looked for among the anchors. */
export const messagingPatterns = [
  definePatternRedactor({
    kind: 'Twilio key',
    literal: 'SK',
    beginning: String.raw`SK[\da-f]{8}`,
    endsWithRun: { least: 34, isAfterPoint: false },
    pattern: () => /(?<![A-Za-z0-9])SK[\da-f]{32}(?![\da-f])/g,
  }),
  definePatternRedactor({
    kind: 'SendGrid key',
    literal: 'SG.',
    beginning: String.raw`SG\.`,
    endsWithRun: { least: 30, isAfterPoint: true },
    pattern: () => /(?<![A-Za-z0-9])SG\.[\w-]{16,32}\.[\w-]{30,64}/g,
  }),
  // Three parts, the first the number of the bot in base64.
  definePatternRedactor({
    kind: 'Discord bot token',
    beginning: String.raw`[MNO][\w-]{22}`,
    endsWithRun: { least: 27, isAfterPoint: true },
    pattern: () => /(?<![A-Za-z0-9_])[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/g,
    confirm: (value) => entropyOf(value) > 3.5,
  }),
];

/** Secrets of messaging services that their name gives away. */
export const messagingNames = [
  defineNamedRedactor({
    kind: 'Twilio token',
    name: (name) => /twilio.*(?:token|secret|key)/.test(name),
    accept: (value) => value.length >= 16 && !isPlaceholder(value),
  }),
];

/** The secret stands after the anchor, which says only where it is from. */
function afterAnchor(
  least: number,
  most: number,
): (text: string, at: number, anchor: string) => { readonly start: number; readonly end: number } | undefined {
  return (text, at, anchor) => {
    const start = at + anchor.length;
    let end = start;
    while (end < text.length && end - start < most && isPath(text.charCodeAt(end))) end++;
    return end - start >= least ? { start, end } : undefined;
  };
}

function endOfToken(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 40 && isTokenCharacter(text.charCodeAt(end))) end++;
  return end;
}
