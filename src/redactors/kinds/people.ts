import { defineBesideRedactor, defineRedactor } from '../redactor.ts';
import { isAlphanumeric } from '../characters.ts';
import { isPlaceholder } from '../values.ts';

const isLocal = (code: number): boolean =>
  isAlphanumeric(code) || code === 43 || code === 45 || code === 46 || code === 95;
const domain = /(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])/y;

/** Addresses of people. */
export const personalForms = [
  defineRedactor({
    kind: 'e-mail address',
    anchors: ['@'],
    find(text, at) {
      let start = at;
      while (start > 0 && at - start < 64 && isLocal(text.charCodeAt(start - 1))) start--;
      domain.lastIndex = at + 1;
      const host = domain.exec(text)?.[0];
      if (start === at || host === undefined) return undefined;
      // `\n` in a JSON text is no part of the address after it.
      if (text[start - 1] === '\\' && /[nrt]/.test(text[start] ?? '') && at - start > 1) start++;
      const local = text.slice(start, at);
      const isFile = /\.(?:js|ts|mjs|cjs|json|py|tgz)$/i.test(host);
      return /^\d/.test(host) && /^[\d.]+/.test(host) && isFile
        ? undefined
        : isFile || local === 'git'
          ? undefined
          : { start, end: at + 1 + host.length };
    },
  }),
];

/** Numbers that belong to a person or open something once: secrets only beside a word that names them. */
export const personalNumbers = [
  defineBesideRedactor({
    kind: 'phone number',
    words: ['phone', 'mobile', 'whatsapp', 'call me', 'call us', 'sms', 'telefon'],
    pattern: () => /(?:_?number)?\b[^\d\n+(]{0,20}(?<secret>\+?\(?\d[\d ().-]{6,18}\d)(?![\w-])/iy,
    confirm: (value) => value.replaceAll(/\D/g, '').length >= 8 && !/^\d{4}-\d\d-\d\d/.test(value),
  }),
  defineBesideRedactor({
    kind: 'national id',
    words: [
      'ssn',
      'social security',
      'national id',
      'national_id',
      'passport',
      'tax id',
      'tax_id',
      'national insurance',
      'aadhaar',
      'personnummer',
      'codice fiscale',
      'personal number',
    ],
    pattern: () => /\b[^\d\n]{0,20}?(?<secret>(?<![A-Za-z])[A-Z]{0,6}\d[\dA-Z ./-]{4,18}[\dA-Z])(?!\w)/y,
    confirm: (value) => value.replaceAll(/\D/g, '').length >= 5,
  }),
  defineBesideRedactor({
    kind: 'one-time code',
    words: [
      'otp',
      'one-time',
      'one time',
      'verification',
      'passcode',
      '2fa',
      'mfa',
      'security code',
      'login code',
      'pin code',
      'sign-in code',
      'authentication code',
    ],
    pattern: () => /[^\d\n]{0,30}?(?<secret>(?<![\w.-])(?:\d{3}[ -]\d{3}|\d{4,8}))(?![\w-]|\.\d)/iy,
  }),
];

/** Passwords and keys beside the word for them in other languages than English. */
export const passwordsInWords = [
  defineBesideRedactor({
    kind: 'assigned secret',
    words: [
      '密码',
      '密碼',
      '口令',
      '密钥',
      '密鑰',
      '秘钥',
      '令牌',
      'パスワード',
      '비밀번호',
      'пароль',
      'passwort',
      'kennwort',
      'contraseña',
      'mot de passe',
      'senha',
      'wachtwoord',
      'lösenord',
    ],
    pattern: () =>
      /["'`”」]?[ \t]{0,3}(?:[:：=＝]|是|为|は|ist\b|es\b|est\b|é\b)[ \t]{0,3}["'`“「]?(?<secret>[\x21-\x7e]{6,200}?)(?=["'`”」,;]?(?:[\s\u0080-\uffff,;]|$))/iy,
    confirm: (value) => /\d/.test(value) && !isPlaceholder(value),
  }),
];
