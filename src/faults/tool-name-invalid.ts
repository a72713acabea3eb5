import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the name of a tool. */
export const toolNameInvalid = defineFault({
  id: 'tool-name-invalid',
  cause: 'tool-name-invalid',
  summary: 'Refuses the name of a tool',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look up', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
    }),
});
