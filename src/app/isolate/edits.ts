import type { Setup } from './setup.ts';

/** A setup whose request has a member of its body with this value. */
export function withMember(setup: Setup, name: string, value: unknown): Setup {
  return { ...setup, request: { ...setup.request, body: { ...setup.request.body, [name]: value } } };
}

/** A setup whose request has a header with this value; without the header, where the value is empty. */
export function withHeader(setup: Setup, name: string, value: string): Setup {
  const { [name]: _, ...others } = setup.request.headers;
  const headers = value === '' ? others : { ...others, [name]: value };
  return { ...setup, request: { ...setup.request, headers } };
}

/** The betas that a request names. */
export function betasOf({ request }: Setup): readonly string[] {
  const listed = (request.headers['anthropic-beta'] ?? '').split(',').map((name) => name.trim());
  return listed.filter((name) => name !== '');
}
