import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { FaultlineError } from '../../core/error.ts';
import { usualBaseUrl } from '../../facts/base-url-variables.ts';
import { recordingText } from '../../report/recording-text.ts';
import { defineOperation, type Host, type OperationInput } from '../operation.ts';
import { listenToKeys, type KeyWish } from '../ramp/keys.ts';
import type { LiveRamp } from '../recorder/live-ramp.ts';
import { recordingOptions } from '../recorder/options.ts';
import { decisionTeller, rampEnding, rampFrom, rampOptions } from '../recorder/ramp-options.ts';
import { openSession, type Session } from '../recorder/session.ts';
import { failureTeller } from '../recorder/telling.ts';
import { toldWhenLate, untilStopped } from '../stop.ts';
import { textStyle } from '../style.ts';

/** Listens, passes calls on, and keeps those that fail. */
export const record = defineOperation({
  name: 'record',
  summary: 'Pass calls on to the API, and keep the failing ones with their reasons',
  operands: '',
  about:
    'The recorder of `faultline run` on its own, for a service or a container: point ANTHROPIC_BASE_URL at the address that it prints. It listens on this machine alone, passes every call on unchanged (docs/record.md says what that means), and sends to one upstream.',
  options: {
    ...recordingOptions,
    ...rampOptions,
    listen: {
      type: 'string',
      value: 'ADDRESS',
      about: 'listen beyond this machine, such as 0.0.0.0; the address that is printed then holds a token',
    },
    token: {
      type: 'string',
      value: 'TOKEN',
      about: 'the token for --listen (FAULTLINE_TOKEN says it too; a new one unless said)',
    },
    json: { type: 'boolean', about: 'print the address and every failing call as one JSON line each' },
  },
  examples: [
    { command: 'faultline record', about: 'print an address, and record until interrupted' },
    { command: 'faultline record --port 4010 --json', about: 'for another program to read' },
    {
      command: "faultline record --ramp '1%,10%,50%,100% hold=5m'",
      about: 'bring traffic back after an outage; p, g, c and q as in `faultline ramp`',
    },
    { command: 'faultline record --listen 0.0.0.0 --port 4010', about: 'for containers on the same network' },
  ],
  async run(input, host) {
    const style = textStyle(host);
    const tell = failureTeller(style, input.value('store'));
    const isJson = input.flag('json');
    const beyond = beyondOf(input, host);
    const tellDecision = decisionTeller(style);
    const ramp = await rampFrom(input, host.stdinIsTerminal && !isJson, (decision, figures) =>
      host.out(isJson ? `${JSON.stringify({ kind: 'decision', ...decision })}\n` : tellDecision(decision, figures)),
    );
    const session = await openSession(input, host, {
      upstream: input.value('upstream') ?? usualBaseUrl,
      ...(beyond ? { beyond } : {}),
      ...(ramp ? { gate: ramp.gate } : {}),
      onFailure: (failure) => host.out(isJson ? `${JSON.stringify({ kind: 'failure', ...failure })}\n` : tell(failure)),
    });
    host.out(
      isJson
        ? `${JSON.stringify({ kind: 'listening', url: session.url, port: session.port, ...(session.hasStore ? { store: session.folder } : {}) })}\n`
        : greeting(session),
    );
    const giveBack = ramp && !isJson ? listenToKeys(obeying(ramp)) : undefined;
    try {
      return await untilStopped();
    } finally {
      giveBack?.();
      const summary = await toldWhenLate(session.close(), patienceMs, () =>
        host.err(
          'Failing calls are still being judged and kept. A second Ctrl-C ends this at once, without the rest.\n',
        ),
      );
      if (summary)
        host.out(
          isJson
            ? `${JSON.stringify({ kind: 'summary', ...summary })}\n`
            : recordingText(summary, session.folder, style, input.value('store')),
        );
      if (ramp)
        host.out(
          isJson
            ? `${JSON.stringify({ kind: 'ramp', turnedAway: ramp.turnedAway(), ...ramp.figures() })}\n`
            : rampEnding(ramp),
        );
    }
  },
});

/** A stop that takes longer is explained. */
const patienceMs = 1000;

/** Keys of the terminal, which would be a signal otherwise. */
function obeying(ramp: LiveRamp): (wish: KeyWish) => void {
  return (wish) => {
    if (wish === 'interrupt') process.kill(process.pid, 'SIGINT');
    else ramp.wish(wish);
  };
}

function greeting({ url, folder, hasStore }: Session): string {
  const kept = hasStore ? `Failing calls are kept in ${folder}` : 'Failing calls are told, and not kept';
  return `The recorder listens at ${url}\nPoint your program at it: ANTHROPIC_BASE_URL=${url}\n${kept}\n`;
}

/** Listening beyond this machine takes both the wish and a token. */
function beyondOf(input: OperationInput, host: Host): { readonly address: string; readonly token: string } | undefined {
  const address = input.value('listen');
  const given = input.value('token') ?? (host.env['FAULTLINE_TOKEN'] || undefined);
  if (address === undefined) {
    if (input.value('token') === undefined) return undefined;
    throw new FaultlineError(
      'option-invalid',
      '--token is for --listen alone.',
      'Say where to listen: --listen 0.0.0.0.',
    );
  }
  if (isIP(address) === 0)
    throw new FaultlineError(
      'option-invalid',
      `--listen ${address} is no address.`,
      'Give an IP address, such as 0.0.0.0.',
    );
  const token = given ?? randomBytes(18).toString('base64url');
  if (!/^[\w-]{16,128}$/.test(token))
    throw new FaultlineError('option-invalid', 'The token cannot be used.', 'Take 16 to 128 letters, digits, - or _.');
  return { address, token };
}
