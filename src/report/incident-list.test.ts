import { expect, test } from 'vitest';
import { incidentListText } from './incident-list.ts';
import { plainPainter } from './paint.ts';

test.each([40, 60, 80, 100])('a list of incidents has room in %i columns', (width) => {
  const line = {
    id: 'inc_1k2m3n4p5abcdefghjk',
    cause: 'overloaded',
    at: '2026-11-25T12:00:00.123Z',
    group: 'overloaded /v1/messages',
    title: 'The service is overloaded',
    model: 'claude-sonnet-4-5-20250929',
    bytes: 1000,
  };
  const text = incidentListText([line, { ...line, status: 529 }], '/store', { paint: plainPainter, width });
  expect(text.match(/inc_1k2m3n4p5abcdefghjk/g)).toHaveLength(2);
  expect(text).toMatch(/2026-11-25T12:00:00Z\s+529\s+claude-sonnet-4-5-20250929\n$/);
  for (const one of text.split('\n')) expect(one.length).toBeLessThanOrEqual(width);
});
