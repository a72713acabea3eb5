import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the output schema. */
export const outputFormatInvalid = defineFault({
  id: 'output-format-invalid',
  cause: 'output-format-invalid',
  summary: 'Refuses the output schema',
  deed: () =>
    brokenRequest({
      output_config: {
        format: { type: 'json_schema', schema: { type: 'object', properties: { name: { type: 'string' } } } },
      },
    }),
});
