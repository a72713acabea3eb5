import type { CauseExamples } from '../examples.ts';

/** Reports of documents that cannot be used, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.4.content.1.pdf.source.base64.data: The PDF specified is password protected."},"request_id":"req_011CExamplePdf1"}',
      facts: { status: 400, path: 'messages.4.content.1.pdf.source.base64.data' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.0.content.0.pdf.source.base64.data: A maximum of 600 PDF pages may be provided.'}}",
      facts: { status: 400 },
    },
    {
      text: '  ⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.0\n     .pdf.source.base64.data: The PDF specified was not valid."}}',
      facts: { status: 400 },
    },
    {
      text: 'An error occurred (ValidationException) when calling the Converse operation: The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets.',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: "Anthropic::Errors::BadRequestError: messages.0.content.1.document.source.base64.media_type: Input should be 'application/pdf'",
      facts: { path: 'messages.0.content.1.document.source.base64.media_type' },
    },
    {
      text: '{:status=>400, :body=>{:type=>"error", :error=>{:type=>"invalid_request_error", :message=>"Unsupported document file format: application/octet-stream. Only PDF and plaintext documents are supported."}}} (Anthropic::Errors::BadRequestError)',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0.image.source.base64.media_type: Input should be \'image/jpeg\', \'image/png\', \'image/gif\' or \'image/webp\'"}}',
      cause: 'image-invalid',
    },
    { text: 'PdfiumError: Failed to load document (PDFium: Incorrect password error).', cause: 'none' },
  ],
};
