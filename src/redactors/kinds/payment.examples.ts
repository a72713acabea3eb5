import type { KindExamples } from './kind-examples.ts';

/** Keys of payment services, and numbers of cards and accounts. */
export const paymentExamples: readonly KindExamples[] = [
  {
    kind: 'Stripe key',
    secrets: (draw) => [
      `${'sk'}_live_${draw.word(24)}`,
      `${'rk'}_test_${draw.word(24)}`,
      `${'whs'}ec_${draw.word(32)}`,
    ],
  },
  {
    kind: 'card number',
    secrets: () => ['4111 1111 1111 1111', '5555-5555-5555-4444', '378282246310005', '4242424242424242'],
    spares: ['4111 1111 1111 1112', 'id 1234567890123456789012', '1717171717171'],
  },
  {
    kind: 'bank account number',
    secrets: () => ['DE89 3704 0044 0532 0130 00', 'GB29NWBK60161331926819'],
    spares: ['DE89 3704 0044 0532 0130 01', 'AB12 CDEF GHIJ KLMN'],
  },
];
