import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleBase64, examplePdf } from '../example-media.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'document-invalid';
const pdfData = 'messages.0.content.0.pdf.source.base64.data';
const withDocuments = (documents: readonly JsonObject[], model = 'claude-sonnet-4-6') => ({
  body: exampleRequest({
    model,
    messages: [{ role: 'user', content: [...documents, { type: 'text', text: 'Which rivers are named?' }] }],
  }),
});
const pdf = (data: string, model?: string) =>
  withDocuments([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data } }], model);
const text = (members: JsonObject = {}, data = 'The Inn flows into the Danube.'): JsonObject => ({
  type: 'document',
  source: { type: 'text', media_type: 'text/plain', data },
  ...members,
});
const found = (enabled: boolean): JsonObject => ({
  type: 'search_result',
  source: 'https://example.com/inn',
  title: 'Inn',
  content: [{ type: 'text', text: 'The Inn is 518 km long.' }],
  citations: { enabled },
});

/** Requests with documents that the API does not take, each with its nearest accepted neighbor. */
export const documentInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'pdf-invalid',
    breaks: pdf(exampleBase64('<html>The page was moved</html>'.padEnd(64))),
    expected: { cause, path: pdfData, message: 'The PDF specified was not valid.' },
    spares: pdf(examplePdf()),
  },
  {
    row: 'pdf-invalid',
    breaks: pdf(`data:application/pdf;base64,${examplePdf()}`),
    expected: { cause, path: pdfData, message: 'The PDF specified was not valid.' },
    spares: pdf(examplePdf()),
  },
  {
    row: 'pdf-password',
    breaks: pdf(examplePdf(1, '/Encrypt 9 0 R')),
    expected: { cause, path: pdfData, message: 'The PDF specified is password protected.' },
    spares: pdf(examplePdf()),
  },
  {
    row: 'pdf-pages',
    breaks: pdf(examplePdf(601)),
    expected: { cause, path: pdfData, message: 'A maximum of 600 PDF pages may be provided.' },
    spares: pdf(examplePdf(600)),
  },
  {
    row: 'pdf-pages',
    breaks: pdf(examplePdf(101), 'claude-haiku-4-5'),
    expected: { cause, path: pdfData, message: 'A maximum of 100 PDF pages may be provided.' },
    spares: pdf(examplePdf(100), 'claude-haiku-4-5'),
  },
  {
    row: 'citations-mixed',
    breaks: withDocuments([text({ citations: { enabled: true } }), text()]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.1.citations',
      message: 'Citations must be enabled on all documents of a request or on none.',
    },
    spares: withDocuments([text({ citations: { enabled: true } }), text({ citations: { enabled: true } })]),
  },
  {
    row: 'search-citations-mixed',
    breaks: withDocuments([found(true), found(false)]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.1.citations',
      message: 'Citations must be enabled on all search results of a request or on none.',
    },
    spares: withDocuments([found(true), found(true)]),
  },
  {
    row: 'doc-title',
    breaks: withDocuments([text({ title: 'T'.repeat(501) })]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.0.document.title',
      message: 'String should have at most 500 characters',
    },
    spares: withDocuments([text({ title: 'T'.repeat(500) })]),
  },
  {
    row: 'doc-context',
    breaks: withDocuments([text({ context: '' })]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.0.document.context',
      message: 'String should have at least 1 character',
    },
    spares: withDocuments([text({ context: 'Of 2026' })]),
  },
  {
    row: 'doc-empty',
    breaks: withDocuments([text({}, '')]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.0.content.0.document.source.text.data',
      message: 'String should have at least 1 character',
    },
    spares: withDocuments([text()]),
  },
];
