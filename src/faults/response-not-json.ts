import { defineFault } from '../core/fault.ts';

/** Answers 200 with a web page under the name of JSON. */
export const responseNotJson = defineFault({
  id: 'response-not-json',
  cause: 'response-not-json',
  summary: 'Answers 200 with a web page under the name of JSON',
  deed: {
    kind: 'foreign',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body>It works</body></html>',
  },
});
