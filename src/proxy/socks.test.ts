import { describe, expect, test } from 'vitest';
import { beginSocks, hearSocks, type SocksCommand, type SocksUser } from './socks.ts';

/** What a proxy says, answer by answer, and what the caller does after each. */
function play(
  answers: readonly (readonly number[])[],
  host = 'api.anthropic.com',
  user?: SocksUser,
): readonly SocksCommand[] {
  let [handshake] = beginSocks(host, 443, user);
  return answers.map((bytes) => {
    const [next, command] = hearSocks(handshake, Buffer.from(bytes));
    handshake = next;
    return command;
  });
}

const sent = (command: SocksCommand | undefined): string =>
  command?.kind === 'send' ? command.bytes.toString('hex') : `${command?.kind}`;
const opened = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0];

describe('a SOCKS5 handshake', () => {
  test('offers a password only where there is one', () => {
    expect(beginSocks('h', 1)[1]).toEqual(Buffer.from([5, 1, 0]));
    expect(beginSocks('h', 1, { name: 'a', password: 'b' })[1]).toEqual(Buffer.from([5, 2, 0, 2]));
  });

  test.each([
    ['api.anthropic.com', `0501000311${Buffer.from('api.anthropic.com').toString('hex')}01bb`],
    ['10.1.2.3', '050100010a01020301bb'],
    ['2607:6bc0::10', `0501000426076bc0${'0000'.repeat(5)}001001bb`],
    ['::1', `05010004${'0000'.repeat(7)}000101bb`],
    ['::ffff:10.1.2.3', `05010004${'0000'.repeat(5)}ffff0a01020301bb`],
  ])('asks for a way to %s as it is', (host, expected) => {
    expect(sent(play([[5, 0]], host)[0])).toBe(expected);
  });

  test('sends user and password when the proxy chooses so, and then asks', () => {
    const [signIn, ask] = play(
      [
        [5, 2],
        [1, 0],
      ],
      'h',
      { name: 'me', password: 'open' },
    );
    expect(sent(signIn)).toBe(`0102${Buffer.from('me').toString('hex')}04${Buffer.from('open').toString('hex')}`);
    expect(sent(ask)).toMatch(/^05010003/);
  });

  test.each([
    ['an IPv4 address', opened],
    ['a name', [5, 0, 0, 3, 2, 97, 98, 0, 0]],
    ['an IPv6 address', [5, 0, 0, 4, ...Array.from({ length: 16 }, () => 0), 0, 0]],
  ])('is over when the answer with %s is whole, whatever pieces it came in', (_, answer) => {
    const commands = play([[5, 0], ...answer.map((byte) => [byte])]);
    expect(commands.slice(1, -1).every(({ kind }) => kind === 'wait')).toBe(true);
    expect(commands.at(-1)).toEqual({ kind: 'opened' });
  });

  test.each([
    [[[5, 0xff]], 'greeting', 'credentials'],
    [[[5, 3]], 'greeting', 'not-socks'],
    [[[4, 90]], 'greeting', 'not-socks'],
    [[[...Buffer.from('HTTP/1.1 400 Bad Request')]], 'greeting', 'not-socks'],
    [
      [
        [5, 0],
        [5, 2],
      ],
      'connect',
      'refused',
    ],
    [
      [
        [5, 0],
        [5, 2, 0, 1, 0, 0, 0, 0, 0, 0],
      ],
      'connect',
      'refused',
    ],
    [[[5, 0], [9]], 'connect', 'not-socks'],
    [
      [
        [5, 0],
        [...opened, 22],
      ],
      'connect',
      'not-socks',
    ],
  ] as const)('that hears %j ends', (answers, step, kind) => {
    expect(play(answers).at(-1)).toMatchObject({ kind: 'ended', refusal: { step, kind } });
  });
});
