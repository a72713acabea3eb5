import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'version-header';
const body = exampleRequest();
const sending = (headers: Readonly<Record<string, string>>) => ({ body, headers, headersKnown: true });

/** Requests without a version that the API knows, each with its nearest accepted neighbor. */
export const versionHeaderRuleExamples: readonly RuleExample[] = [
  {
    row: 'version-header-missing',
    breaks: sending({ host: 'api.anthropic.com', 'content-type': 'application/json' }),
    expected: { cause, path: '', message: 'anthropic-version: header is required' },
    spares: sending({ host: 'api.anthropic.com', 'anthropic-version': '2023-06-01' }),
  },
  {
    row: 'version-header-missing',
    breaks: sending({ 'anthropic-beta': 'context-management-2025-06-27' }),
    expected: { cause, severity: 'warning', path: '', message: 'anthropic-version: header is required' },
    spares: sending({}),
  },
  {
    row: 'version-header-invalid',
    breaks: sending({ 'anthropic-version': '2024-06-01' }),
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'anthropic-version: "2024-06-01" is not a valid version',
    },
    spares: sending({ 'anthropic-version': '2026-10-21' }),
  },
];
