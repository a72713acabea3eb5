import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BundleFile } from '../../src/bundle/zip.ts';
import { bundleOf } from '../../src/app/report/files.ts';
import { isFaultlineError } from '../../src/core/error.ts';
import type { Incident } from '../../src/core/incident.ts';
import type { SupportReport } from '../../src/core/support-report.ts';
import { textIn } from '../../src/report/picture.ts';
import { supportPicture } from '../../src/report/support/picture.ts';
import { canariesFrom, encodings, readingsOf } from '../redaction-canaries.ts';
import { incidentOf } from './incidents.ts';

const canaries = canariesFrom(26_112_026);
/** Every encoding with some of the canaries, every canary in some of the encodings: all of both would take minutes. */
const planted = Object.entries(encodings).flatMap(([encoding, encode], turn) =>
  canaries
    .filter((_, index) => index % 40 === turn % 40)
    .map((one) => ({ ...one, encoding, text: encode(one.planted) })),
);

/** A report that holds texts wherever one can come from outside, as if nothing had been redacted before. */
function reportWith(text: string, share: SupportReport['share']): SupportReport {
  const incident: Incident = incidentOf();
  const [finding] = incident.verdict.findings;
  const body = JSON.stringify({ messages: [{ role: 'user', content: text }] });
  return {
    faultline: '0.1.0',
    madeAt: '2026-11-26T03:00:00.000Z',
    share,
    incident: {
      ...incident,
      verdict: {
        ...incident.verdict,
        ...(finding ? { findings: [{ ...finding, explanation: text, because: [{ part: 'text', text }] }] } : {}),
        facts: { ...incident.verdict.facts, message: text },
      },
      request: {
        ...incident.request,
        headers: text.includes('\n') ? [] : [['x-custom', text]],
        body: { bytes: body.length, text: body },
      },
      response: { status: 400, statusText: 'Bad Request', headers: [], body: { bytes: text.length, text } },
      ending: text,
      observations: [text],
    },
    reproduction: {
      kind: 'whole',
      request: {
        endpoint: '/v1/messages',
        headers: { 'anthropic-beta': text },
        body: { messages: [{ role: 'user', content: text }] },
      },
      reruns: [{ by: 'checker', ending: 'failed', message: text, likeness: 'same' }],
    },
    surroundings: {
      system: 'linux',
      release: '6',
      architecture: 'x64',
      zone: 'UTC',
      sdks: [],
      variables: ['ANTHROPIC_API_KEY'],
      settings: { ANTHROPIC_LOG: text },
    },
    plan: text,
    tried: [{ what: text, result: text }],
  };
}

describe('no canary is in any byte of a bundle, decoded or not', () => {
  test.each(Object.keys(encodings))('%s', { timeout: 60_000 }, (encoding) => {
    for (const { secret, kind, text } of planted.filter((one) => one.encoding === encoding)) {
      for (const { path, bytes } of filesOrNone(text)) {
        const raw = Buffer.from(bytes);
        const readings = readingsOf(raw.toString('utf8')) + raw.toString('latin1');
        const at = readings.indexOf(secret.slice(-10));
        expect(at < 0 ? '' : `${kind} in ${path}: ${readings.slice(Math.max(0, at - 100), at + 20)}`).toBe('');
      }
    }
  });

  test('and nearly all of these bundles can be made', { timeout: 60_000 }, () => {
    const refused = planted.filter(({ text }) => filesOrNone(text).length === 0);
    expect(refused.length / planted.length).toBeLessThan(0.15);
  });
});

/** The files of a bundle; none where the verifier stops it, which also keeps the secret in. */
function filesOrNone(text: string): readonly BundleFile[] {
  const before = made.get(text);
  if (before) return before;
  const files = filesOrRefusal(text);
  made.set(text, files);
  return files;
}

const made = new Map<string, readonly BundleFile[]>();

function filesOrRefusal(text: string): readonly BundleFile[] {
  try {
    return bundleOf(reportWith(text, 'all'), {}).files;
  } catch (error) {
    if (isFaultlineError(error) && error.code === 'secret-left') return [];
    throw error;
  }
}

test('what stands in the picture is what the verifier has read, and no pixel chunk holds text', () => {
  const report = reportWith('nothing', 'all');
  const { files } = bundleOf(report, {});
  const svg = Buffer.from(files.find(({ path }) => path === 'report.svg')?.bytes ?? []).toString('utf8');
  const shown = [...svg.matchAll(/<(?:text|title)[^>]*>([^<]*)</g)].map(([, text]) => text);
  const lines = textIn(supportPicture(report)).split('\n');
  expect(shown).toHaveLength(lines.length);
  const image = Buffer.from(files.find(({ path }) => path === 'report.png')?.bytes ?? []);
  expect(chunksOf(image).map(([name]) => name)).toEqual(['IHDR', 'IDAT', 'IEND']);
  const pixels = chunksOf(image).find(([name]) => name === 'IDAT')?.[1];
  expect(inflateSync(pixels ?? Buffer.alloc(0)).length).toBe((image.readUInt32BE(16) * 3 + 1) * image.readUInt32BE(20));
});

test('a secret that redaction leaves in stops the whole bundle, and the error names the file and not the secret', () => {
  const raw = reportWith('nothing', 'all');
  const report = { ...raw, surroundings: { ...raw.surroundings, settings: { Umbrella: 'on' } } };
  const error = thrownBy(() => bundleOf(report, { words: ['umbrella'] }));
  expect(isFaultlineError(error) && error.code).toBe('secret-left');
  expect(String(error)).toMatch(/in (?:report\.md|environment\.json), at character/);
  expect(String(error)).not.toMatch(/umbrella/i);
});

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

function chunksOf(image: Buffer): readonly (readonly [name: string, data: Buffer])[] {
  const chunks: (readonly [string, Buffer])[] = [];
  for (let at = 8; at < image.length; at += 12 + image.readUInt32BE(at))
    chunks.push([image.toString('latin1', at + 4, at + 8), image.subarray(at + 8, at + 8 + image.readUInt32BE(at))]);
  return chunks;
}
