import { embeddedPdfs, sourceOf } from '../../check/media-blocks.ts';
import type { EmbeddedPdf } from '../../check/media-blocks.ts';
import { isObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, blockPath, taggedPath } from '../../core/view.ts';
import type { Block, RequestView } from '../../core/view.ts';
import { mediaMessages } from '../../facts/messages/media.ts';

const cause = 'document-invalid';

const notPdf = defineRule<EmbeddedPdf>({
  cause,
  row: 'pdf-invalid',
  phase: 'cross-field',
  find: (view) => embeddedPdfs(view).filter(({ fault, reading }) => fault !== undefined || reading.fault !== undefined),
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: () => mediaMessages.pdfInvalid,
  why: ({ fault, reading }) => {
    if (fault?.kind === 'data-url')
      return '`data` holds a whole `data:` URL; only what follows its comma belongs there.';
    if (fault) return fault.kind === 'empty' ? '`data` is empty.' : '`data` is not base64.';
    return `The document is not a PDF: ${reading.fault ?? ''}.`;
  },
  fix: ({ block, data, fault }) =>
    fault?.kind === 'data-url' && fault.prefixLength > 0
      ? {
          name: 'media-types',
          safe: true,
          does: 'Remove the `data:` prefix.',
          edits: [{ kind: 'set', at: [...blockAt(block), 'source', 'data'], value: data.slice(fault.prefixLength) }],
        }
      : undefined,
});

const encryptedPdf = defineRule<EmbeddedPdf>({
  cause,
  row: 'pdf-password',
  phase: 'cross-field',
  find: (view) => embeddedPdfs(view).filter(({ reading }) => reading.encrypted === true),
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: () => mediaMessages.pdfEncrypted,
  why: () => 'The PDF is encrypted. Many are so without asking for a password; save it again without protection.',
});

const tooManyPages = defineRule<{ readonly block: Block; readonly pages: number; readonly limit: number }>({
  cause,
  row: 'pdf-pages',
  phase: 'cross-field',
  find(view) {
    const limit = pageLimit(view);
    if (limit === undefined) return [];
    return embeddedPdfs(view).flatMap(({ block, reading: { pages } }) =>
      pages !== undefined && pages > limit ? [{ block, pages, limit }] : [],
    );
  },
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: ({ limit }) => mediaMessages.pdfPages(limit),
  why: ({ pages }) => `The PDF has ${pages} pages. Split it, or send the pages that matter.`,
});

const citationsMixed = defineRule<Block>({
  cause,
  row: 'citations-mixed',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const documents = view.blocksOf('document').filter(({ parent }) => !parent);
    const without = documents.filter((block) => !hasCitations(block));
    const [first] = without;
    return first && without.length < documents.length ? [first] : [];
  },
  path: (block) => `${blockPath(block)}.citations`,
  at: (block) => blockAt(block),
  message: () => 'Citations must be enabled on all documents of a request or on none.',
  wording: 'ours',
});

const searchResultsMixed = defineRule<Block>({
  cause,
  row: 'search-citations-mixed',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const results = view.blocksOf('search_result');
    const without = results.filter((block) => !hasCitations(block));
    const [first] = without;
    return first && without.length < results.length ? [first] : [];
  },
  path: (block) => `${blockPath(block)}.citations`,
  at: (block) => blockAt(block),
  message: () => 'Citations must be enabled on all search results of a request or on none.',
  wording: 'ours',
});

const titleTooLong = defineRule<Block & { readonly title: string }>({
  cause,
  row: 'doc-title',
  phase: 'schema',
  severity: 'warning',
  find: (view) =>
    view.blocksOf('document').flatMap((block) => {
      const { title } = block.value;
      return typeof title === 'string' && (title.length === 0 || title.length > 500) ? [{ ...block, title }] : [];
    }),
  path: (block) => `${taggedPath(block)}.title`,
  at: (block) => [...blockAt(block), 'title'],
  message: ({ title }) =>
    title === '' ? 'String should have at least 1 character' : 'String should have at most 500 characters',
});

const contextEmpty = defineRule<Block>({
  cause,
  row: 'doc-context',
  phase: 'schema',
  severity: 'warning',
  find: (view) => view.blocksOf('document').filter(({ value }) => value.context === ''),
  path: (block) => `${taggedPath(block)}.context`,
  at: (block) => [...blockAt(block), 'context'],
  message: () => 'String should have at least 1 character',
});

const textEmpty = defineRule<Block>({
  cause,
  row: 'doc-empty',
  phase: 'schema',
  severity: 'warning',
  find: (view) => view.blocksOf('document').filter((block) => sourceOf(block, 'text')?.data === ''),
  path: (block) => `${taggedPath(block)}.source.text.data`,
  at: (block) => [...blockAt(block), 'source', 'data'],
  message: () => 'String should have at least 1 character',
});

/** 600 pages on models with a window of one million tokens since 2026-03-13, 100 before and elsewhere. */
function pageLimit({ model, asOf }: RequestView): number | undefined {
  if (!model) return undefined;
  return asOf !== undefined && asOf < '2026-03-13' ? 100 : model.maxPdfPages;
}

function hasCitations({ value }: Block): boolean {
  return isObject(value.citations) && value.citations.enabled === true;
}

/** Rules about PDFs and other documents. */
export const documentInvalidRules = [
  notPdf,
  encryptedPdf,
  tooManyPages,
  citationsMixed,
  searchResultsMixed,
  titleTooLong,
  contextEmpty,
  textEmpty,
] as const;
