import { definePatternRedactor } from '../redactor.ts';
import { isPlaceholder } from '../values.ts';

const confirm = (value: string): boolean => !isPlaceholder(value);

const opening = String.raw`(?:\s+\\*["']?|=\\*["']?|\\*["'])`;

/** Credentials that commands take as options, and files of theirs hold; what has a name of its own (`--oauth2-bearer`) is known by that. */
export const commandLineSecrets = [
  definePatternRedactor({
    kind: 'password of a command',
    literal: 'curl',
    confirm,
    // Numbers alone are the user and the group of a container.
    pattern: () =>
      new RegExp(
        String.raw`(?<=\s)(?:-[uUE]|--(?:proxy-)?user|--(?:proxy-)?cert)${opening}(?!\d+:\d+\b|https?:)[^\s:"'\\]{1,200}:(?<secret>[^\s"'\\]{1,400})`,
        'g',
      ),
  }),
  definePatternRedactor({
    kind: 'cookie',
    literal: 'curl',
    confirm,
    pattern: () =>
      new RegExp(String.raw`(?<=\s)(?:-b|--cookie)${opening}(?<secret>[^\s"'\\=]{1,200}=[^"'\\\n]{1,4000})`, 'g'),
  }),
  definePatternRedactor({
    kind: 'password of a command',
    literal: 'curl',
    confirm,
    pattern: () => new RegExp(String.raw`(?<=\s)--(?:proxy-)?pass${opening}(?<secret>[^\s"'\\]{1,400})`, 'g'),
  }),
  definePatternRedactor({
    kind: 'password of a command',
    literal: 'sshpass',
    confirm,
    pattern: () => /\bsshpass\s{1,4}-p\s?\\*["']?(?<secret>[^\s"'\\]{3,200})/g,
  }),
  definePatternRedactor({
    kind: 'password of a command',
    literal: 'mysql',
    confirm,
    pattern: () =>
      /\bmysql(?:dump|admin|import|sh|check)?\b[^\n|;&]{0,200}?\s-p\\*["']?(?<secret>[^\s"'\\-][^\s"'\\]{3,200})/g,
  }),
  definePatternRedactor({
    kind: 'password of a command',
    literal: 'machine',
    confirm,
    pattern: () =>
      /\bmachine\s{1,8}\S{1,200}\s{1,8}login\s{1,8}\S{1,200}\s{1,8}password\s{1,8}(?<secret>[^\s"'\\]{3,200})/g,
  }),
] as const;
