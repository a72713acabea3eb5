import type { JsonObject } from '../core/json.ts';

/** How many items a page holds. */
export interface PageSize {
  readonly usual: number;
  readonly most: number;
}

/** One page of a list, by the cursors of the query: the items behind `after_id`, or those before `before_id`. */
export function page(
  items: readonly (JsonObject & { readonly id: string })[],
  { limit, after_id: afterId, before_id: beforeId }: Readonly<Record<string, string>>,
  { usual, most }: PageSize,
): JsonObject {
  const size = Math.min(most, Math.max(1, Number(limit ?? usual) || usual));
  const placeOf = (id: string): number => items.findIndex((item) => item.id === id);
  const end = beforeId === undefined ? items.length : Math.max(0, placeOf(beforeId));
  const start = beforeId === undefined ? (afterId === undefined ? 0 : placeOf(afterId) + 1) : Math.max(0, end - size);
  const data = items.slice(start, Math.min(end, start + size));
  const hasMore = beforeId === undefined ? start + data.length < items.length : start > 0;
  return { data, has_more: hasMore, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}
