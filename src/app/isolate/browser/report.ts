import { isArray, isObject, numberOf, textOf } from '../../../core/json.ts';

/** The two kinds of window that are compared. */
export const windows = ['normal', 'private'] as const;

/** One of `windows`. */
export type WindowKind = (typeof windows)[number];

/** How a call from a page ended: an answer that the page could read, or none. */
export type PageCall =
  | { readonly kind: 'answered'; readonly status: number; readonly type?: string }
  | { readonly kind: 'blocked'; readonly message: string };

/** What a page saw in its window. */
export interface WindowReport {
  readonly window: WindowKind;
  /** The call with the header by which the API answers pages, and without it. */
  readonly withConsent: PageCall;
  readonly withoutConsent: PageCall;
  /** Whether anything came back at all, readable or not. */
  readonly isReached: boolean;
  /** Headers that arrived otherwise than the page sent them, or did not arrive, by a call to its own server. */
  readonly changedHeaders: readonly string[];
  /** The body did not arrive as it was sent. */
  readonly hasChangedBody: boolean;
  /** Something put elements into the page, or put its own `fetch` in the place of the browser's. */
  readonly isTouched: boolean;
  /** The other window was seen to have the same storage, so that this is no private one. */
  readonly sharesStorage: boolean;
  /** As the browser names itself. */
  readonly browser: string;
}

const mostMembers = 40;

/** Reads what a page sent; undefined where it is no report. */
export function reportIn(value: unknown, window: WindowKind): WindowReport | undefined {
  if (!isObject(value)) return undefined;
  const withConsent = callIn(value['withConsent']);
  const withoutConsent = callIn(value['withoutConsent']);
  if (!withConsent || !withoutConsent) return undefined;
  const changed = value['changedHeaders'];
  return {
    window,
    withConsent,
    withoutConsent,
    isReached: value['isReached'] === true,
    changedHeaders: (isArray(changed) ? changed : []).slice(0, mostMembers).flatMap((name) => textOf(name) ?? []),
    hasChangedBody: value['hasChangedBody'] === true,
    isTouched: value['isTouched'] === true,
    sharesStorage: value['sharesStorage'] === true,
    browser: (textOf(value['browser']) ?? 'unknown').slice(0, 200),
  };
}

function callIn(value: unknown): PageCall | undefined {
  if (!isObject(value)) return undefined;
  const status = numberOf(value['status']);
  if (status === undefined) return { kind: 'blocked', message: (textOf(value['message']) ?? '').slice(0, 200) };
  const type = textOf(value['type']);
  return { kind: 'answered', status, ...(type === undefined ? {} : { type: type.slice(0, 60) }) };
}
