import type { OptionSpec } from './operation.ts';

/** How a command prints that has a whole result as text, JSON or Markdown. */
export const formatOptions = {
  json: {
    type: 'boolean',
    against: ['format=text', 'format=markdown'],
    about: 'print the whole result as one JSON object',
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ['text', 'json', 'markdown'],
    about: 'text (default), json or markdown',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;
