/** What the runtimes write when a program ends by an error that nobody took care of. */
const marks: readonly (readonly [runtime: string, mark: RegExp])[] = [
  ['Node', /^Node\.js v\d+\.\d+\.\d+\s*$/m],
  ['Node', /\[UnhandledPromiseRejection|UnhandledPromiseRejectionWarning|triggerUncaughtException/],
  ['Deno', /^error: Uncaught .*$/m],
  ['Bun', /^Bun v\d+\.\d+\.\d+ \(/m],
  ['Go', /^goroutine \d+ \[running\]:/m],
  ['Java', /^Exception in thread ".*$/m],
  ['Rust', /^thread '.{0,100}' (?:\(\d+\) )?panicked at .*$/m],
  ['.NET', /^Unhandled exception[.:].*$/m],
  ['PHP', /PHP Fatal error: {2}Uncaught .*$/m],
  ['Ruby', /^\S+\.rb:\d+:in .{1,200}\([\w:]+\)\s*$/m],
];

/** The line by which a runtime says that the program crashed, and which runtime. */
export function crashMark(output: string): { readonly runtime: string; readonly line: string } | undefined {
  const python = pythonError(output);
  if (python !== undefined) return { runtime: 'Python', line: python };
  for (const [runtime, mark] of marks) {
    const found = mark.exec(output);
    if (found) return { runtime, line: (runtime === 'Node' ? nodeError(output) : undefined) ?? found[0] };
  }
  return undefined;
}

/** Node shows the place in the code, with a caret under it, and then the error. */
function nodeError(output: string): string | undefined {
  return /^ *\^+\n\n?(.+)$/m.exec(output)?.[1] ?? /^(?:\w*(?:Error|Exception)\b|Uncaught).*$/m.exec(output)?.[0];
}

const tracebackHead = 'Traceback (most recent call last):';

/** A log may hold the traceback of an error that was dealt with; one that ends the program is the last thing it writes. */
function pythonError(output: string): string | undefined {
  const lines = output.trimEnd().split('\n');
  let head = lines.lastIndexOf(tracebackHead);
  if (head < 0) return undefined;
  const after = lines.slice(head + 1);
  const frames = after.findIndex((line) => !line.startsWith(' '));
  const error = after[frames];
  if (error === undefined || !/^[\w.]+(?::|$)/.test(error)) return undefined;
  if (after.slice(frames + 1).some((line) => line !== '' && !line.startsWith(' '))) return undefined;
  // Of errors that followed from each other, what stands before the first tells whether they were logged.
  while (/^(?:During handling of|The above exception)/.test(lines[head - 2] ?? '')) {
    head = lines.lastIndexOf(tracebackHead, head - 1);
  }
  return /\b(?:ERROR|CRITICAL|WARNING)\b/.test(lines[head - 1] ?? '') ? undefined : error;
}
