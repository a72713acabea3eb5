import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionTiming, Upstream } from './upstream.ts';

/**
 * A caller's connection and its own connection to the upstream: they live and end together, so that reuse, idle
 * closing and order are what the caller would meet without the recorder.
 */
export class Pair extends Agent {
  readonly #caller: Socket;
  readonly #upstream: Upstream;
  #calls = 0;
  #isClosed = false;
  timing: ConnectionTiming = {};

  constructor(caller: Socket, upstream: Upstream) {
    super({ keepAlive: true, maxSockets: 1 });
    this.#caller = caller;
    this.#upstream = upstream;
    caller.once('close', () => {
      this.#isClosed = true;
      this.destroy();
    });
  }

  /** A call begins; the result is to be called when it is over. */
  begin(): () => void {
    this.#calls++;
    return () => {
      this.#calls--;
    };
  }

  override createConnection(_options: object, callback?: (error: Error | null, socket: Duplex) => void): undefined {
    this.timing = {};
    void this.#open(callback);
  }

  async #open(callback?: (error: Error | null, socket: Duplex) => void): Promise<void> {
    try {
      const socket = await this.#upstream.open(this.timing);
      socket.once('close', () => {
        if (this.#calls === 0) this.#caller.destroySoon();
      });
      if (this.#isClosed) socket.destroy();
      callback?.(null, socket);
    } catch (error) {
      // Node reads the error alone where there is one.
      callback?.(error instanceof Error ? error : new Error(String(error)), this.#caller);
    }
  }

  /** An idle connection is kept as long as the upstream keeps it; what it announces, the caller reads itself. */
  override keepSocketAlive(): boolean {
    return !this.#isClosed;
  }
}
