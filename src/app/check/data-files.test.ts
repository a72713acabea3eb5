import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestsIn } from '../../capture/request/requests.ts';
import type { Captured } from '../../capture/request/captured.ts';
import { withDataFiles } from './data-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-'));
  writeFileSync(join(folder, 'body.json'), '{"model":"claude-sonnet-4-6"}');
  writeFileSync(
    join(folder, 'image.bin'),
    Uint8Array.from({ length: 400 }, (_, index) => index % 7),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function sending(file: string): readonly Captured[] {
  const capture = requestsIn(`curl https://api.anthropic.com/v1/messages -d @${file}`, 'command.sh');
  return capture.kind === 'found' ? capture.items : [];
}

test('a body is read from the file that the command names, beside the command or in the working directory', () => {
  const expected = [
    { text: '{"model":"claude-sonnet-4-6"}', note: 'The body was read from body.json, as the command says.' },
  ];
  expect(withDataFiles(sending('body.json'), join(folder, 'command.sh'), '/')).toMatchObject(expected);
  expect(withDataFiles(sending('body.json'), undefined, folder)).toMatchObject(expected);
});

test.each([
  ['absent.json', 'input-missing'],
  ['image.bin', 'input-binary'],
])('a file that cannot be the body is named: %s', (file, code) => {
  expect(() => withDataFiles(sending(file), undefined, folder)).toThrow(expect.objectContaining({ code }));
});
