import { describe, expect, test } from 'vitest';
import { drawFrom } from '../../test/secret-draw.ts';
import { redact } from './index.ts';
import { kindExamples } from './kinds/examples.ts';

describe.each(kindExamples)(
  '$kind',
  ({
    secrets,
    around = ['SECRET', 'a SECRET b', '{"text":"SECRET"}', 'notes-SECRET.txt', "'SECRET',"],
    spares = [],
  }) => {
    const cases = [1, 2, 3].flatMap((seed) =>
      secrets(drawFrom(seed)).flatMap((secret) => around.map((text) => [text, secret] as const)),
    );

    test.each(cases)('is taken out of: %s', (text, secret) => {
      const { text: safe, redactions } = redact(text.replace(/(?<![A-Z_])SECRET(?![A-Z_])/, () => secret));
      expect(safe).not.toContain(secret);
      expect(safe).not.toContain(secret.slice(-6));
      expect(redactions.length).toBeGreaterThan(0);
    });

    test.each(spares)('is not seen in: %s', (text) => {
      expect(redact(text).text).toBe(text);
    });
  },
);
