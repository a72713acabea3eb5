import { defineVariable, oneChange, unusable } from '../variable.ts';

/** The version of HTTP. */
export const http = defineVariable({
  name: 'http',
  group: 'path',
  value: '[1.1|2]',
  about: 'HTTP/1.1 or HTTP/2; without a value, HTTP/2 in place of HTTP/1.1',
  isUsual: true,
  vary(written = '2', { failing }) {
    if (written !== '1.1' && written !== '2')
      unusable('http', `${JSON.stringify(written)} is neither 1.1 nor 2.`, 'For example: --vary http=2.');
    if (!failing.target.isTls)
      return { kind: 'needless', because: 'HTTP/2 is agreed on inside TLS, and the base URL is plain HTTP.' };
    const isHttp2 = written === '2';
    return oneChange(
      {
        id: 'http',
        variable: 'http',
        group: 'path',
        name: 'the HTTP version',
        remedy: 'Use the version that works; something on the way does not carry the other.',
        what: `HTTP/${written} in place of HTTP/${isHttp2 ? '1.1' : '2'}`,
        failing: isHttp2 ? '1.1' : '2',
        changed: written,
        reach: 'way',
        apply: (setup) => ({ ...setup, way: { ...setup.way, isHttp2 } }),
      },
      (setup) => ({ ...setup, way: { ...setup.way, isHttp2: !isHttp2 } }),
    );
  },
});
