import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Fault {
  readonly kind: 'pages' | 'password' | 'media-type' | 'name' | 'unreadable';
  readonly limit: string | undefined;
}

const pageLimit = /maximum\s+of\s+(\d+)\s+PDF\s+pages/;
const password = /(password[\s-]+protected|encrypted)/i;
const mediaType = /(document\.source\.\w+\.media_type|unsupported\s+document\s+file\s+format)/i;
const fileName = /(document\s+file\s+name)/i;

/** A PDF or another document is damaged, locked, too long or of the wrong kind. */
export const documentInvalid = defineCause<Fault>({
  id: 'document-invalid',
  title: 'A document cannot be read, or has too many pages',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['a maximum of', 'pdf pages may be provided'] },
    { says: 'pdf pages may be provided' },
    { says: 'the pdf specified was not valid' },
    { says: 'the pdf specified is password protected' },
    { says: 'pdf.source.base64.data: the pdf' },
    { says: 'could not process pdf' },
    { says: 'unsupported document file format' },
    { says: 'only pdf and plaintext documents are supported' },
    { says: 'document.source.base64.media_type: input should be' },
    { says: 'document.source.text.media_type: input should be' },
    { says: 'document.source: input tag', unless: 'input tag file', certainty: 'likely' },
    { says: 'document.source.base64.data:', certainty: 'likely' },
    { says: 'pdf.source.base64', certainty: 'likely' },
    { says: 'pdf.source.base64.data: invalid base64' },
    { says: ['document file name', 'alphanumeric characters'] },
    { says: ['pdf', 'password protected'], certainty: 'likely' },
    { says: ['pdf has too many pages'], certainty: 'likely' },
    { says: 'pdf too large', certainty: 'likely' },
    { says: ['pdf', 'not valid'], type: ['invalid_request_error', 'ValidationException'], certainty: 'likely' },
    { type: badRequest, says: ['pdf', 'encrypted'], certainty: 'likely' },
    { type: badRequest, says: ['pdf', 'pages'], certainty: 'likely' },
  ],
  retold: [
    'could not read the PDF',
    'cannot read the PDF',
    'could not process the PDF',
    'cannot process the PDF',
    'PDF is password',
    'PDF is encrypted',
    'PDF is corrupt',
    'PDF has too many pages',
    '无法处理PDF',
    '无法读取PDF',
    ['pdf', 'it is encrypted'],
    ['pdf', 'password-protected'],
    "can't read this PDF",
    "can't read the PDF",
  ],
  recognize: (evidence, hit) => {
    const limit = captured(evidence, pageLimit);
    return recognized(hit, { kind: limit === undefined ? kindOf(evidence) : 'pages', limit });
  },
  explain: (fault, evidence) => {
    const where = pathPhrase(evidence);
    if (fault?.kind === 'pages')
      return `The PDFs of the request${where} have more than ${fault.limit} pages together. The limit is 600 pages per request, and 100 on models with a context window of 200,000 tokens; documents of earlier turns count, because each turn sends them again.`;
    if (fault?.kind === 'password')
      return `The PDF${where} is encrypted. The API has no way to open it, even if the password is empty for readers.`;
    if (fault?.kind === 'media-type')
      return `The document${where} has a media type that the API does not take. A base64 document must be \`application/pdf\`, a text document \`text/plain\`; Word, Excel, CSV and HTML files must be converted, or sent as text.`;
    if (fault?.kind === 'name')
      return 'The name of the document has characters that Bedrock does not take. It allows letters, digits, single spaces, hyphens, parentheses and square brackets, and no file ending with a dot.';
    return `The API could not read the document${where} as a PDF: it is damaged, cut off, empty, not base64, or not a PDF at all. An error page or an HTML viewer saved under the name of the file is a frequent reason.`;
  },
  remedies: (fault) => [
    ...(fault?.kind === 'pages'
      ? [
          {
            action: 'Split the PDF and send the pages that matter, or extract its text.',
            run: 'qpdf input.pdf --pages . 1-100 -- part.pdf',
          },
        ]
      : fault?.kind === 'password'
        ? [
            {
              action: 'Remove the encryption before sending.',
              run: 'qpdf --decrypt --password=... input.pdf output.pdf',
            },
          ]
        : fault?.kind === 'name'
          ? [
              {
                action: 'Give the document a neutral name without the dot and the file ending.',
                run: "name: fileName.replace(/[^A-Za-z0-9 ()\\[\\]-]/g, '-')",
              },
            ]
          : [
              {
                action: 'See what the file is; a PDF begins with `%PDF-`.',
                run: 'file document.pdf && head -c 5 document.pdf',
              },
              {
                action: 'Rewrite a damaged PDF, or convert another format to PDF or to text.',
                run: 'qpdf input.pdf output.pdf',
              },
            ]),
    {
      action:
        'Remove the document from the stored history too; it is sent again with every turn and fails each of them.',
    },
  ],
  docs: pages.pdf,
});

function kindOf(evidence: Parameters<typeof captured>[0]): Fault['kind'] {
  if (captured(evidence, password) !== undefined) return 'password';
  if (captured(evidence, fileName) !== undefined) return 'name';
  return captured(evidence, mediaType) === undefined ? 'unreadable' : 'media-type';
}
