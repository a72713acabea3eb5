import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isObject } from '../../src/core/json.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { BodyPath, Problem } from '../../src/core/problem.ts';
import { judgeStructure } from '../../src/check/structure.ts';
import { shapeOf } from '../../src/check/structure/table.ts';
import type { Member } from '../../src/check/structure/table.ts';
import { replaceAt, sitesOf, valueOf } from './structure-values.ts';
import type { Site } from './structure-values.ts';

const shape = shapeOf('MessageCreateParams');
const tokens = shapeOf('MessageCountTokensParams');
// Members for clouds and for the entries of a batch are not for the requests made here.
const elsewhere = new Set(['anthropic_version', 'anthropic_beta', 'user_profile_id']);
const bodies = valueOf(shape).map(stripped);

function stripped(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !elsewhere.has(key)));
}

/** Judges with every beta value sent. */
function judged(body: unknown, kind: 'messages' | 'count-tokens' = 'messages'): readonly Problem[] {
  if (!isObject(body)) throw new Error('A body is an object.');
  return judgeStructure({
    body,
    kind,
    isBatchEntry: false,
    platform: 'direct',
    areHeadersKnown: true,
    apiVersion: undefined,
    asOf: undefined,
    betas: [],
    beta: () => 'sent',
  });
}

/** One change to a body, and the one problem that follows. */
interface Mutation {
  readonly body: unknown;
  readonly at: BodyPath;
  readonly message: string | RegExp;
}

type Mutate = (site: Site, member: Member, body: JsonObject) => Mutation | undefined;

const dropRequired: Mutate = ({ at, value, tagKey, hasFallback }, member, body) => {
  if (!member.isRequired || member.optionalUnder || (hasFallback && member.name === tagKey)) return undefined;
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== member.name));
  return { body: replaceAt(body, at, rest), at: [...at, member.name], message: 'Field required' };
};

const addUnknown: Mutate = ({ at, shape: { isOpen }, value }, _, body) =>
  isOpen
    ? undefined
    : {
        body: replaceAt(body, at, { ...value, unheard_of: 1 }),
        at: [...at, 'unheard_of'],
        message: 'Extra inputs are not permitted',
      };

const wrongType: Mutate = ({ at, value, tagKey }, member, body) => {
  const { type, limit, name } = member;
  if (name === tagKey || (type.isUnknown && limit === undefined)) return undefined;
  const wrong = type.isBoolean ? 'neither' : true;
  return {
    body: replaceAt(body, at, { ...value, [name]: wrong }),
    at: [...at, name],
    message: /^Input (?:should be|does not match)/,
  };
};

const outsideEnum: Mutate = ({ at, value, tagKey }, { name, type }, body) => {
  if (type.literals.length === 0 || type.isString) return undefined;
  const changed = replaceAt(body, at, { ...value, [name]: 'no_such_value' });
  if (name !== tagKey) return { body: changed, at: [...at, name], message: /^Input should be / };
  if (name === 'role') return { body: changed, at: [...at, name], message: /^Unexpected role "no_such_value"/ };
  const isImplied = type.literals[0] === 'ephemeral';
  return {
    body: changed,
    at: isImplied ? [...at, name] : at,
    message: /^Input (?:tag 'no_such_value'|should be 'ephemeral')/,
  };
};

describe('structure', () => {
  test('accepts every body that the tables allow', () => {
    const accepted = fc.property(bodies, (body) => {
      expect(judged(body)).toEqual([]);
    });
    fc.assert(accepted, { numRuns: 300 });
  });

  test('accepts every body that the tables allow for counting tokens', () => {
    const accepted = fc.property(valueOf(tokens).map(stripped), (body) => {
      expect(judged(body, 'count-tokens')).toEqual([]);
    });
    fc.assert(accepted, { numRuns: 100 });
  });

  test.each([
    ['a required member that is gone', dropRequired],
    ['a member that nobody knows', addUnknown],
    ['a value of a wrong type', wrongType],
    ['a value outside its enum', outsideEnum],
  ])('finds %s, at its place and nothing else', (_, mutate) => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.nat(), (body, whichSite, whichMember) => {
        const sites = sitesOf(shape, body);
        const site = sites[whichSite % sites.length];
        const members = [...(site?.shape.members.values() ?? [])].filter(({ name }) => !elsewhere.has(name));
        const member = members[whichMember % members.length];
        const mutation = site && member && mutate(site, member, body);
        fc.pre(mutation !== undefined);
        const problems = judged(mutation.body);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatchObject({ severity: 'error', at: mutation.at });
        expect(problems[0]?.message).toMatch(mutation.message);
      }),
      { numRuns: 500, maxSkipsPerRun: 1000 },
    );
  });
});
