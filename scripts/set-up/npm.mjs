import { spawn } from 'node:child_process';

/**
 * Runs npm quietly, with the npm and the Node that started this script where they are known, and gives its exit code
 * and everything that it printed. A signal that ends this process ends npm first, so that npm can clean up.
 * @param {readonly string[]} args
 * @param {string} directory
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
export function npm(args, directory) {
  const script = process.env['npm_execpath'];
  const options = { cwd: directory };
  // `npm_node_execpath` is the Node that runs npm itself: never the one inside node_modules, which npm may replace.
  const child =
    script !== undefined && /npm-cli\.[cm]?js$/.test(script)
      ? spawn(process.env['npm_node_execpath'] ?? process.execPath, [script, ...args], options)
      : spawn('npm', args.map(quoted), { ...options, shell: process.platform === 'win32' });
  child.stdin.end();
  return new Promise((resolve) => {
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const release = passSignals(child);
    child.on('error', (error) => {
      release();
      resolve({ code: 127, output: `npm could not be started: ${error.message}` });
    });
    child.on('close', (code) => {
      const signal = release();
      if (signal === undefined) resolve({ code: code ?? 1, output });
      else process.kill(process.pid, signal);
    });
  });
}

/**
 * Passes signals on to a child instead of ending at once. The function that it gives puts an end to that, and says
 * which signal came.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => NodeJS.Signals | undefined}
 */
export function passSignals(child) {
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    received = signal;
    // A terminal sends its interrupt to the child too.
    if (signal !== 'SIGINT') child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    return received;
  };
}

/** @param {string} argument */
function quoted(argument) {
  return process.platform === 'win32' && /\s/.test(argument) ? `"${argument}"` : argument;
}
