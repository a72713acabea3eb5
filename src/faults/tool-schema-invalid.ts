import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the schema of a tool. */
export const toolSchemaInvalid = defineFault({
  id: 'tool-schema-invalid',
  cause: 'tool-schema-invalid',
  summary: 'Refuses the schema of a tool',
  deed: () => brokenRequest({ tools: [{ name: 'look_up_river', input_schema: { type: 'string' } }] }),
});
