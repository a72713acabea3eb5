export { guard } from './guard.ts';
export type {
  GuardableClient,
  GuardContext,
  GuardedCall,
  GuardedRequest,
  GuardMiddleware,
  GuardOptions,
} from './guard.ts';
export { RequestRefusedError } from './request-refused.ts';
