import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses two tools of one name. */
export const toolNameDuplicate = defineFault({
  id: 'tool-name-duplicate',
  cause: 'tool-name-duplicate',
  summary: 'Refuses two tools of one name',
  deed: () =>
    brokenRequest({
      tools: [
        { name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } },
        { name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } },
      ],
    }),
});
