import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Surrogate {
  readonly column: string | undefined;
}

const column = /line \d+ column (\d+)|position (\d+)/;

/** The body holds half of a surrogate pair, which is no character. */
export const jsonLoneSurrogate = defineCause<Surrogate>({
  id: 'json-lone-surrogate',
  refines: 'json-malformed',
  title: 'The request body holds half a character (an unpaired surrogate)',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'no low surrogate in string' },
    { says: 'invalid high surrogate in string' },
    { says: 'invalid low surrogate in string' },
    { says: ['request body is not valid json', 'surrogate'] },
    { says: 'lone leading surrogate in hex escape', shared: true, certainty: 'likely' },
    { says: 'lone trailing surrogate', shared: true, certainty: 'likely' },
    { says: 'unpaired surrogate', shared: true, certainty: 'likely' },
    { says: 'lone surrogate', shared: true, certainty: 'likely' },
    { says: 'surrogates not allowed', shared: true, certainty: 'likely' },
    { says: ['unable to translate unicode character', 'at index'], shared: true, certainty: 'likely' },
    { says: ['invalid unicode', 'surrogate'], shared: true, certainty: 'likely' },
  ],
  recognize: ({ reading, subject }, hit) => {
    if (hit.sign.shared && subject !== 'claude') return undefined;
    const place = column.exec(reading?.flat.replaceAll(/\s+/g, ' ') ?? '');
    return recognized(hit, { column: place?.[1] ?? place?.[2] });
  },
  explain: (surrogate) => {
    const where =
      surrogate?.column === undefined ? 'A string in the body' : `The string at column ${surrogate.column} of the body`;
    return `${where} holds one half of a UTF-16 surrogate pair without the other. Such a half is no character and has no UTF-8 form; it appears when a text is cut by code units, in the middle of an emoji or a rare sign, or when binary output is taken for text. As the text stays in the conversation, every later call fails as well.`;
  },
  remedies: () => [
    {
      action:
        'Make every text well formed before it goes into a message: JavaScript has `toWellFormed()`, Python drops the halves on encoding.',
      run: "text = text.encode('utf-8', 'ignore').decode('utf-8')",
    },
    {
      action:
        'Cut texts at code points, not at code units: `Array.from(text).slice(0, n).join("")` instead of `text.slice(0, n)`.',
    },
    {
      action:
        'In Claude Code or another chat, step back to before the message or the tool output that brought the text in (`/rewind`), or begin a new conversation.',
    },
    { action: 'Find the place, and take it out, in a saved request.', run: 'faultline check request.json --fix' },
  ],
  docs: pages.errors,
});
