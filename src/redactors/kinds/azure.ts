import { canBegin, endOfRun, isBase64Character } from '../characters.ts';
import { defineNamedRedactor, defineRedactor } from '../redactor.ts';
import { isPlaceholder } from '../values.ts';

const isClientSecret = (code: number): boolean => isBase64Character(code) || code === 46 || code === 126;

/** Keys of Azure that end in a mark of their service, and client secrets of Entra. */
export const azureKeys = [
  defineRedactor({
    kind: 'Azure key',
    // The mark stands inside the key, after 52 or 76 characters, so the place before it is read as well.
    anchors: [
      'AzSeA',
      'AzFu',
      'AzCa',
      'ACDb',
      'APIMA',
      'ACOG',
      '+ASt',
      '+AMC',
      '+ABa',
      '+ARm',
      '+AIo',
      '+AEh',
      '+ASb',
      'JQQJ99',
      'AACAZ',
    ],
    find(text, at) {
      let start = at;
      while (start > 0 && at - start < 100 && isBase64Character(text.charCodeAt(start - 1))) start--;
      let end = at;
      while (end < text.length && end - at < 60 && isBase64Character(text.charCodeAt(end))) end++;
      while (text[end] === '=' && end - at < 62) end++;
      const length = end - start;
      return at - start >= 30 && length >= 52 && length <= 92 ? { start, end } : undefined;
    },
  }),
  defineRedactor({
    kind: 'Azure client secret',
    anchors: ['7Q~', '8Q~'],
    find(text, at, anchor) {
      const start = at - 3;
      const end = endOfRun(text, at + anchor.length, isClientSecret, 34);
      const length = end - at - anchor.length;
      return start >= 0 && canBegin(text, start) && length >= 31 ? { start, end } : undefined;
    },
  }),
];

/** Secrets of Azure that their name gives away: connection strings and shared access signatures. */
export const azureNames = [
  defineNamedRedactor({
    kind: 'Azure key',
    name: (name) =>
      /account_?key$|shared_?access_?(?:key|signature)$|subscription_key$|x_functions_key|azure.*key$|foundry.*key$/.test(
        name,
      ),
    accept: (value) => value.length >= 16 && !isPlaceholder(value),
  }),
  defineNamedRedactor({
    kind: 'Azure shared access signature',
    name: (name) => name === 'sig',
    accept: (value, { by }) => by === 'query' && value.length >= 20,
  }),
];
