import { expect, test } from 'vitest';
import { readToml } from './toml.ts';

test('tables, lists of tables, dotted and quoted keys, strings, lists and inline tables are read', () => {
  const text = `\ufeff# a project
title = "a \\"b\\"" # end
[project]
name = 'app'
dependencies = [
  "anthropic>=1.0", # the SDK
  'httpx[http2]~=0.27',
]
[project.optional-dependencies]
"dev.tools" = ["pytest"]
[tool.poetry.dependencies]
anthropic = { version = "^1.2", extras = ["bedrock"] }
python.version = "3.12"
[[package]]
name = "a"
[[package]]
name = "b"
[package.inner]
x = 1
`;
  expect(readToml(text)).toEqual({
    title: 'a "b"',
    project: {
      name: 'app',
      dependencies: ['anthropic>=1.0', 'httpx[http2]~=0.27'],
      'optional-dependencies': { 'dev.tools': ['pytest'] },
    },
    tool: {
      poetry: { dependencies: { anthropic: { version: '^1.2', extras: ['bedrock'] }, python: { version: '3.12' } } },
    },
    package: [{ name: 'a' }, { name: 'b', inner: { x: '1' } }],
  });
});

test.each([
  ['a line that is none', '???\nname = "x"', { name: 'x' }],
  ['a list that does not end', 'a = ["x",\n', { a: ['x'] }],
  ['a table that does not end', 'a = { b = "x"', { a: { b: 'x' } }],
  ['nothing after the equals sign', 'a =\nb = "x"', { a: '', b: 'x' }],
  ['a text over several lines', 'a = """x\ny"""\nb = "z"', { a: 'x\ny', b: 'z' }],
  ['a key of an object of JavaScript', '[__proto__.x]\ny = "z"\n[a]\nb = "c"', { a: { b: 'c' } }],
])('%s does no harm', (_name, text, expected) => {
  expect(readToml(text)).toMatchObject(expected);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});
