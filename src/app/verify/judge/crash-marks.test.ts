import { expect, test } from 'vitest';
import { crashMark } from './crash-marks.ts';

const traceback = `Traceback (most recent call last):
  File "app.py", line 3, in <module>
    ask()
urllib.error.HTTPError: HTTP Error 400: Bad Request

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "app.py", line 9, in <module>
    main()
app.CallFailed: 400
`;

test.each([
  [
    'Node',
    'file:///app.js:3\nthrow x;\n      ^\n\nBadRequestError: 400 no\n    at ask (file:///app.js:3:7)\n\nNode.js v24.1.0\n',
    'BadRequestError: 400 no',
  ],
  ['Node', '[UnhandledPromiseRejection: This error originated', undefined],
  ['Python', `hello\n${traceback}`, 'app.CallFailed: 400'],
  ['Go', 'panic: no\n\ngoroutine 1 [running]:\nmain.main()\n', undefined],
  ['Java', 'Exception in thread "main" java.lang.RuntimeException: no\n\tat App.main(App.java:3)\n', undefined],
  ['Rust', "thread 'main' panicked at src/main.rs:4:5:\nno\n", undefined],
  ['.NET', 'Unhandled exception. System.Exception: no\n', undefined],
  ['PHP', 'PHP Fatal error:  Uncaught Exception: no in /app.php:3\n', undefined],
  ['Deno', 'error: Uncaught (in promise) Error: no\n', undefined],
])('a crash of %s is known', (runtime, output, line) => {
  const mark = crashMark(output);
  expect(mark?.runtime).toBe(runtime);
  if (line !== undefined) expect(mark?.line).toBe(line);
});

test.each([
  ['an error that was logged', `2026-11-26 ERROR call failed\n${traceback}`],
  ['a traceback that the program went on from', `${traceback}Trying again.\nDone.\n`],
  ['the version of the runtime', 'Running on Node.js v24.1.0, press Ctrl-C to stop\n'],
  ['a message of the program', 'Error: the assistant is busy. Try again later.\n'],
])('%s is no crash', (_, output) => {
  expect(crashMark(output)).toBeUndefined();
});

test('output of any length is looked through in a time that goes with its length', () => {
  const hostile = `Traceback (most recent call last):\n${' x\n'.repeat(60_000)}${'a: b\n'.repeat(20_000)}`;
  const began = performance.now();
  crashMark(hostile.repeat(2));
  expect(performance.now() - began).toBeLessThan(2000);
});
