import type { Deed } from '../core/fault.ts';
import type { HttpCall, Route } from './call.ts';
import type { Draw } from './draw.ts';
import type { Identity } from './reply.ts';

/** A call on its way through the checks. */
export interface Arrival {
  readonly call: HttpCall;
  readonly route: Route;
  readonly at: number;
  readonly baseUrl: string;
  readonly identity: Identity;
  readonly draw: Draw;
  readonly number: number;
  readonly deed: Deed | undefined;
}
