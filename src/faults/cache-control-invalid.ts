import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a fifth cache mark. */
export const cacheControlInvalid = defineFault({
  id: 'cache-control-invalid',
  cause: 'cache-control-invalid',
  summary: 'Refuses a fifth cache mark',
  deed: () =>
    brokenRequest({
      system: [
        { type: 'text', text: 'Part 1', cache_control: { type: 'ephemeral' } },
        { type: 'text', text: 'Part 2', cache_control: { type: 'ephemeral' } },
        { type: 'text', text: 'Part 3', cache_control: { type: 'ephemeral' } },
        { type: 'text', text: 'Part 4', cache_control: { type: 'ephemeral' } },
        { type: 'text', text: 'Part 5', cache_control: { type: 'ephemeral' } },
      ],
    }),
});
