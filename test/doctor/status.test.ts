import { afterEach, describe, expect, test } from 'vitest';
import { decisive, examined, markOf } from './examined.ts';
import { serve, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

interface Told {
  readonly incidents?: readonly object[];
  readonly past?: readonly object[];
  readonly api?: string;
}

/** A status page as Statuspage serves it. */
async function page({ incidents = [], past = [], api = 'operational' }: Told): Promise<Counting> {
  const server = await serve((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const all = request.url?.endsWith('incidents.json') ? past : incidents;
    response.end(
      JSON.stringify({
        page: { id: 'x', name: 'Claude' },
        status: { indicator: 'none', description: 'All Systems Operational' },
        components: [
          { name: 'claude.ai', status: 'operational' },
          { name: 'Claude API (api.anthropic.com)', status: api },
        ],
        incidents: all,
      }),
    );
  });
  open.push(server);
  return server;
}

const incident = (members: object): object => ({
  name: 'Elevated errors on the Claude API',
  status: 'investigating',
  impact: 'major',
  started_at: new Date(Date.now() - 600_000).toISOString(),
  resolved_at: null,
  shortlink: 'https://stspg.io/abc',
  components: [{ name: 'Claude API (api.anthropic.com)' }],
  incident_updates: [],
  ...members,
});

async function examinedWith(told: Told, failedAt?: number) {
  const status = await page(told);
  const api = await serve(wellBehaved);
  open.push(api);
  const off = { connectivity: '--no-connectivity', resolver: '--no-resolver' };
  const examination = await examined(api.url, {
    wishes: { statusUrl: status.url, off, ...(failedAt === undefined ? {} : { failedAt }) },
  });
  return { examination, api, status };
}

describe('the status page', () => {
  test('without an incident changes nothing', async () => {
    const { examination } = await examinedWith({});
    expect(markOf(examination, 'status-page')).toBe('fine');
    expect(examination.outcome).toBe('none');
  });

  test('with a major incident on the API ends the run: wait, and change nothing', async () => {
    const { examination, api } = await examinedWith({ incidents: [incident({})] });
    expect(examination.side).toBe('service');
    expect(examination.findings[0]?.saw).toContain('Elevated errors on the Claude API');
    expect(examination.findings[0]?.remedies[0]?.run).toBe('faultline doctor --watch');
    expect(api.asked.filter((one) => one !== 'GET /v1/models')).toEqual([]);
  });

  test('with a minor incident is noted, and the run goes on', async () => {
    const { examination } = await examinedWith({ incidents: [incident({ impact: 'minor' })] });
    expect(decisive(examination)).toEqual([]);
    expect(markOf(examination, 'api-key')).toBe('fine');
  });

  test('with an incident elsewhere says so, and blames nothing on it', async () => {
    const { examination } = await examinedWith({
      incidents: [incident({ name: 'Slow sign-in', components: [{ name: 'claude.ai' }] })],
    });
    expect(examination.findings).toEqual([]);
    expect(examination.probes.find(({ id }) => id === 'status-page')?.notes[0]?.text).toContain('Slow sign-in');
  });

  test('with the API down and no incident named is enough', async () => {
    const { examination } = await examinedWith({ api: 'major_outage' });
    expect(decisive(examination)).toEqual(['service-unavailable']);
  });

  test('is searched for an incident at the time of an older failure', async () => {
    const from = Date.now() - 86_400_000;
    const past = incident({
      status: 'resolved',
      started_at: new Date(from).toISOString(),
      resolved_at: new Date(from + 3_600_000).toISOString(),
    });
    const during = await examinedWith({ past: [past] }, from + 1_800_000);
    expect(during.examination.findings[0]?.saw).toContain('from ');
    expect(during.examination.findings[0]?.isDecisive).toBe(false);
    const after = await examinedWith({ past: [past] }, from + 9_000_000);
    expect(after.examination.findings).toEqual([]);
    expect(after.status.asked).toEqual(['GET /api/v2/summary.json', 'GET /api/v2/incidents.json']);
  });

  test('that answers something else decides nothing', async () => {
    const broken = await serve((_, response) => void response.end('<html>moved'));
    const api = await serve(wellBehaved);
    open.push(broken, api);
    const examination = await examined(api.url, {
      wishes: { statusUrl: broken.url, off: { connectivity: '--no-connectivity', resolver: '--no-resolver' } },
    });
    expect(markOf(examination, 'status-page')).toBe('unanswerable');
    expect(examination.outcome).toBe('none');
  });
});
