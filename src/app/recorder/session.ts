import { FaultlineError } from '../../core/error.ts';
import type { RecordingSummary, ToldFailure } from '../../core/recording.ts';
import type { ProxyGate } from '../../proxy/gate.ts';
import { startProxy } from '../../proxy/proxy.ts';
import { upstreamOf } from '../../proxy/upstream.ts';
import { codeOf } from '../files.ts';
import { keepMemoryFlat } from '../memory.ts';
import type { Host, OperationInput } from '../operation.ts';
import { customSecrets, shareOf } from '../redaction-options.ts';
import { portOf, storeFolder } from './options.ts';
import { startRecorder } from './recorder.ts';

/** How a session is opened. */
export interface SessionOptions {
  /** Where calls go. */
  readonly upstream: string;
  readonly beyond?: { readonly address: string; readonly token: string };
  readonly onFailure: (failure: ToldFailure) => void;
  /** Lets calls through one after the other. */
  readonly gate?: ProxyGate;
}

/** A recorder that listens and keeps what it sees. */
export interface Session {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  /** Whether failures are kept there. */
  readonly hasStore: boolean;
  /** Stops listening, and waits until everything is kept and told. */
  readonly close: () => Promise<RecordingSummary | undefined>;
}

/** Opens a session as the options of the command line say. */
export async function openSession(input: OperationInput, host: Host, options: SessionOptions): Promise<Session> {
  const { upstream: address, beyond, onFailure, gate } = options;
  const upstream = upstreamOf(address, host.env);
  const port = portOf(input);
  const folder = storeFolder(input, host);
  keepMemoryFlat();
  const recorder = await startRecorder(
    { folder, withBodies: !input.flag('no-bodies'), share: shareOf(input), secrets: customSecrets(input, host) },
    { onFailure, onProblem: (message, hint) => host.err(`faultline: ${message}\n${hint}\n`) },
  );
  try {
    const proxy = await startProxy({
      upstream,
      port,
      ...(beyond ? { beyond } : {}),
      ...(gate ? { gate } : {}),
      rooms: recorder.rooms,
      onExchange: (exchange) => recorder.take(exchange),
    });
    return {
      url: proxy.url,
      port: proxy.port,
      folder,
      hasStore: recorder.hasStore,
      async close() {
        await proxy.stop();
        return recorder.close();
      },
    };
  } catch (error) {
    await recorder.close();
    throw notListening(error, port);
  }
}

function notListening(error: unknown, port: number): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new FaultlineError(
    'port-unusable',
    `The recorder cannot listen on port ${port}: ${code}.`,
    'Choose another one with --port, or leave it out for a free one.',
    { cause: error },
  );
}
