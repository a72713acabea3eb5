import type { Network } from '../../core/world.ts';
import { secure } from './handshake.ts';
import { send } from './http.ts';
import { lookUp } from './names.ts';
import { connectTo, tunnelTo, type Trust } from './sockets.ts';
import { stopwatch } from './within.ts';

/** The network of this machine, for one probe: whatever it does must end before its time is over. */
export function networkOf(trust: Trust = {}): (limitMs: number) => Network {
  return (limitMs) => {
    const passed = stopwatch();
    const left = (): number => Math.max(1, limitMs - passed());
    return {
      lookUp: async (question) => lookUp(question, left()),
      connect: async (to) => connectTo(to, left()),
      secure: async (question) => secure(question, left(), trust),
      // A proxy that never answers must leave time to try the way past it.
      tunnel: async (proxy, to) => tunnelTo(proxy, to, (left() * 2) / 3, trust),
      send: async (question) => send(question, left(), trust),
      wait: async (ms) => new Promise((resolve) => void setTimeout(resolve, Math.min(ms, left()))),
    };
  };
}
