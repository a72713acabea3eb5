import { defineFault } from '../core/fault.ts';

/** Cannot open the PDF. */
export const documentInvalid = defineFault({
  id: 'document-invalid',
  cause: 'document-invalid',
  summary: 'Cannot open the PDF',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'messages.0.content.1.pdf.source.base64.data: The PDF specified is password protected.',
  },
});
