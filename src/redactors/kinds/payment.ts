import { isAlphanumeric } from '../characters.ts';
import { definePatternRedactor, defineRedactor } from '../redactor.ts';
import { token } from '../token.ts';

/** Keys of payment services. */
export const paymentKeys = [
  defineRedactor({
    kind: 'Stripe key',
    anchors: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'],
    find: token({ of: isAlphanumeric, least: 10, most: 260 }),
  }),
  defineRedactor({ kind: 'Square token', anchors: ['sq0csp-', 'sq0atp-'], find: token({ least: 20, most: 60 }) }),
  defineRedactor({
    kind: 'Shopify token',
    anchors: ['shpat_', 'shpss_', 'shpca_', 'shppa_'],
    find: token({ of: isAlphanumeric, least: 32, most: 40 }),
  }),
];

/** Numbers of cards and accounts, each with its check digits. */
export const paymentNumbers = [
  definePatternRedactor({
    kind: 'card number',
    consistsOf: 'digits',
    pattern: () =>
      /(?<![\w.]|\d-)[3-6]\d{3}[ -]?(?:\d{4}[ -]?\d{4}[ -]?\d{2,4}(?:\d{3})?|\d{6}[ -]?\d{5})(?!\w|-\d|\.\d)/g,
    confirm: passesLuhn,
  }),
  definePatternRedactor({
    kind: 'bank account number',
    consistsOf: 'capitals',
    pattern: () => /(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\w-])/g,
    confirm: passesMod97,
  }),
];

function passesLuhn(candidate: string): boolean {
  const digits = candidate.replaceAll(/\D/g, '');
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 14 && digits.length <= 19 && sum % 10 === 0 && new Set(digits).size > 1;
}

/** The check of an IBAN: its letters as numbers, its first four characters last, modulo 97. */
function passesMod97(candidate: string): boolean {
  const plain = candidate.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const character of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
