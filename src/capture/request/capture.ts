import { locatorOf } from '../../check/text/locate.ts';
import { present } from '../../core/present.ts';
import type { Captured } from './captured.ts';
import { openAiNote, platformInBody } from './shape.ts';
import type { Unwrapped } from './unwrap.ts';

/** A JSON document inside a source. */
export interface Document {
  readonly text: string;
  /** Where it begins in the source; absent when it does not stand there as it is. */
  readonly offset?: number;
  /** What a reader should know of how it was read. */
  readonly note?: string;
}

/** Bodies of a JSON document as captured items, at their places. */
export function capturedFrom(found: readonly Unwrapped[], document: Document): readonly Captured[] {
  const { text, offset } = document;
  const locator = offset === undefined || found.length === 0 ? undefined : locatorOf(text);
  return found.map((one): Captured => {
    if (one.text !== undefined) return captured(one, one.text, undefined, document.note);
    if (offset === undefined || !locator) return captured(one, written(one.body), undefined, document.note);
    if (one.path.length === 0) return captured(one, text, offset, document.note);
    const span = locator.locate(one.path);
    return captured(one, text.slice(span.start, span.end), offset + span.start, document.note);
  });
}

/** A body as text, for sources that hold it in another notation. */
export function written(body: unknown): string {
  return JSON.stringify(body, undefined, 2) ?? '';
}

const cloudNotes = {
  bedrock: 'Its `anthropic_version` is that of Bedrock: judged for Bedrock, unless `--platform` says otherwise.',
  vertex: 'Its `anthropic_version` is that of Vertex: judged for Vertex, unless `--platform` says otherwise.',
} as const;

function captured(one: Unwrapped, text: string, offset: number | undefined, note: string | undefined): Captured {
  const { kind, endpoint, headers, headersKnown, request } = one;
  const openAi = kind === 'request' ? openAiNote(one.body) : undefined;
  const cloud = kind === 'request' && one.platform === undefined ? platformInBody(one.body) : undefined;
  return {
    kind,
    label: '',
    text,
    ...present({
      offset,
      endpoint,
      platform: one.platform ?? cloud,
      headers,
      headersKnown,
      request,
      note: [note, openAi, cloud && cloudNotes[cloud]].filter((part) => part !== undefined).join(' ') || undefined,
    }),
  };
}

/** Numbers the items of a source, when there are several. */
export function labeled(items: readonly Captured[]): readonly Captured[] {
  if (items.length < 2) return items;
  return items.map((item, index) => (item.label === '' ? { ...item, label: `#${index + 1}` } : item));
}
