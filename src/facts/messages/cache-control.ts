/** The API's sentences about `cache_control`. */
export const cacheMessages = {
  tooMany: (count: number) => `A maximum of 4 blocks with cache_control may be provided. Found ${count}.`,
  ttlOrder: "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block.",
  emptyText: 'cache_control cannot be set for empty text blocks',
} as const;

/** Breakpoints that one request may set; the automatic top-level one uses a place too (documented). */
export const maxCacheBreakpoints = 4;
