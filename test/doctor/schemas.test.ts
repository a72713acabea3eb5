import { afterEach, describe, expect, test } from 'vitest';
import { diagnose, runDiagnose } from '../../src/app/diagnose/operation.ts';
import { doctor, runDoctor } from '../../src/app/doctor/operation.ts';
import { readFlags } from '../../src/cli/flags.ts';
import { outputComplaints } from '../schemas.ts';
import { testHost } from '../test-host.ts';
import { testWorld } from './examined.ts';
import { deadPort, serve, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

const alone = ['--no-status', '--no-connectivity', '--no-resolver', '--no-registry', '--proxy', 'none', '--json'];

async function api(): Promise<string> {
  const server = await serve(wellBehaved);
  open.push(server);
  return server.url;
}

describe('doctor.schema.json describes what is printed', () => {
  test.each(['of a target that works', 'of one that does not', 'of an environment without a key'])(
    '%s',
    async (what) => {
      const url = what.endsWith('not') ? `http://localhost:${await deadPort()}` : await api();
      const env = what.endsWith('key') ? { env: {} } : {};
      const { host, output } = testHost('');
      await runDoctor(readFlags(doctor, ['--base-url', url, ...alone]), host, testWorld(env));
      expect(outputComplaints('doctor', JSON.parse(output()))).toEqual([]);
    },
  );
});

describe('diagnose.schema.json describes what is printed', () => {
  test.each([
    '',
    '529 overloaded_error: Overloaded',
    '400 max_tokens: Field required',
    'connect ECONNREFUSED 127.0.0.1:4000',
  ])('for the error %j', async (error) => {
    const { host, output } = testHost('');
    const words = [...(error === '' ? [] : [error]), '--base-url', await api(), ...alone];
    await runDiagnose(readFlags(diagnose, words), host, testWorld());
    expect(outputComplaints('diagnose', JSON.parse(output()))).toEqual([]);
  });
});
