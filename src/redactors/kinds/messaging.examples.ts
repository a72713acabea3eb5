import type { KindExamples } from './kind-examples.ts';

/** Tokens of services that send messages. */
export const messagingExamples: readonly KindExamples[] = [
  {
    kind: 'Slack token',
    secrets: (draw) => [
      `${'xo'}xb-${draw.digits(12)}-${draw.digits(12)}-${draw.word(24)}`,
      `${'xo'}xp-${draw.digits(12)}-${draw.word(32)}`,
    ],
  },
  {
    kind: 'Slack webhook',
    secrets: (draw) => [`T${draw.upper(8)}/B${draw.upper(8)}/${draw.word(24)}`],
    around: ['https://hooks.slack.com/services/SECRET'],
  },
  {
    kind: 'Discord webhook',
    secrets: (draw) => [`${draw.digits(18)}/${draw.token(68)}`],
    around: ['https://discord.com/api/webhooks/SECRET'],
  },
  { kind: 'Discord bot token', secrets: (draw) => [`M${draw.word(23)}.${draw.word(6)}.${draw.token(27)}`] },
  { kind: 'SendGrid key', secrets: (draw) => [`${'S'}G.${draw.token(22)}.${draw.token(43)}`] },
  { kind: 'Twilio key', secrets: (draw) => [`${'S'}K${draw.hex(32)}`] },
  { kind: 'Twilio token', secrets: (draw) => [draw.hex(32)], around: ['TWILIO_AUTH_TOKEN=SECRET'] },
  { kind: 'Telegram bot token', secrets: (draw) => [`${draw.digits(9)}:${'A'}A${draw.token(33)}`] },
  {
    kind: 'Teams webhook',
    secrets: (draw) => [`${draw.hex(36)}@${draw.hex(36)}/IncomingWebhook/${draw.hex(32)}/${draw.hex(36)}`],
    around: ['https://example.webhook.office.com/webhookb2/SECRET', 'https://outlook.office.com/webhook/SECRET'],
    spares: ['see https://outlook.office.com/webhook/ for more'],
  },
];
