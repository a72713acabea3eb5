/**
 * Where the links in the API's messages led. Seen in recorded answers: docs.anthropic.com last on 2025-09-09,
 * docs.claude.com from 2025-10-04 to 2026-05-29, platform.claude.com from 2026-08-14.
 */
export type DocsSite = 'anthropic' | 'claude' | 'platform';

/** The site that the API's messages linked to on a day; today's where the day is not known. */
export function docsSite(asOf: string | undefined): DocsSite {
  if (asOf === undefined || asOf >= '2026-06-01') return 'platform';
  return asOf < '2025-09-16' ? 'anthropic' : 'claude';
}
