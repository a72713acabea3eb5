import { sourceOf } from '../../check/media-blocks.ts';
import { textOf } from '../../core/json.ts';
import { isOwnMachine, isPrivateNetwork } from '../../core/local-host.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, blockPath, taggedPath } from '../../core/view.ts';
import type { Block, RequestView } from '../../core/view.ts';
import { mediaMessages } from '../../facts/messages/media.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

interface UrlSource {
  readonly block: Block;
  readonly url: string;
}

const urlOnPlatform = defineRule<UrlSource>({
  cause: 'image-invalid',
  row: 'url-platform',
  phase: 'capability',
  find: (view) => (lacks(view.platform, 'url-sources') ? urlSources(view) : []),
  // The path names base64 although the source is a URL (recorded on Bedrock, 2025-12-31).
  path: ({ block }) =>
    block.type === 'document'
      ? `${blockPath(block)}.pdf.source.base64.data`
      : `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source'],
  message: () => mediaMessages.urlSources,
  why: (_, { platform }) =>
    `${platformName(platform)} takes images and PDFs as base64 only. Download the file and send its bytes.`,
});

const urlScheme = defineRule<UrlSource>({
  cause: 'url-source-unreachable',
  row: 'url-scheme',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    lacks(view.platform, 'url-sources') ? [] : urlSources(view).filter(({ url }) => !/^https:\/\/[^/]/i.test(url)),
  path: ({ block }) => `${taggedPath(block)}.source.url`,
  at: ({ block }) => [...blockAt(block), 'source', 'url'],
  message: () => 'Only HTTPS URLs are supported.',
  wording: 'ours',
  why: ({ url }) => `The API fetches the file itself, over HTTPS only; the URL begins with \`${url.slice(0, 24)}\`.`,
});

const urlLocal = defineRule<UrlSource>({
  cause: 'url-source-unreachable',
  row: 'url-fetch',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) => urlSources(view).filter(({ url }) => isLocal(url)),
  path: () => '',
  at: ({ block }) => [...blockAt(block), 'source', 'url'],
  message: () => 'Unable to download the file. Please verify the URL and try again.',
  why: ({ url }) => `The API fetches the file from its own network, where \`${hostOf(url)}\` leads nowhere.`,
});

const fileOnPlatform = defineRule<Block>({
  cause: 'file-not-found',
  row: 'file-platform',
  phase: 'capability',
  severity: 'warning',
  find: (view) =>
    lacks(view.platform, 'file-sources')
      ? mediaBlocks(view).filter((block) => sourceOf(block, 'file') !== undefined)
      : [],
  path: (block) => `${taggedPath(block)}.source`,
  at: (block) => [...blockAt(block), 'source'],
  message: (_, { platform }) => `${platformName(platform)} has no Files API; send the bytes as base64.`,
  wording: 'ours',
});

function mediaBlocks(view: RequestView): readonly Block[] {
  return [...view.blocksOf('image'), ...view.blocksOf('document')];
}

function urlSources(view: RequestView): readonly UrlSource[] {
  return mediaBlocks(view).flatMap((block) => {
    const url = textOf(sourceOf(block, 'url')?.url);
    return url === undefined ? [] : [{ block, url }];
  });
}

/** The host, an IPv6 address in brackets. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '';
}

/** Whether only the caller's own network knows the host. */
function isLocal(url: string): boolean {
  const host = hostOf(url);
  return isOwnMachine(host) || isPrivateNetwork(host);
}

/** Rules about images and documents that the API is to fetch. */
export const urlSourceUnreachableRules = [urlOnPlatform, urlScheme, urlLocal, fileOnPlatform] as const;
