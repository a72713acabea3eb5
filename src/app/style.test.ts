import { expect, test } from 'vitest';
import { testHost } from '../../test/test-host.ts';
import { asideStyle } from './style.ts';

test.each([
  ['both are terminals', { outIsTerminal: true, errIsTerminal: true }, true],
  ['standard error goes into a file', { outIsTerminal: true, errIsTerminal: false }, false],
  ['colors are forced', { outIsTerminal: true, errIsTerminal: false, env: { FORCE_COLOR: '1' } }, true],
  ['colors are not wanted', { outIsTerminal: true, errIsTerminal: true, color: false }, false],
])('what goes to standard error has colors where that is right: %s', (_, differs, isColored) => {
  const { host } = testHost('');
  const { paint } = asideStyle({ ...host, color: true, ...differs });
  expect(paint.bad('x') !== 'x').toBe(isColored);
});
