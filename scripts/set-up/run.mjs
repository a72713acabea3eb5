import { spawn } from 'node:child_process';
import { passSignals } from './npm.mjs';
import { setUp } from './set-up.mjs';

/**
 * Runs a script on the project's own Node, after all set-up, and gives its exit code. Input and output are passed
 * through.
 * @param {readonly string[]} args
 * @param {string} [directory]
 * @returns {Promise<number>}
 */
export async function run(args, directory = process.cwd()) {
  const node = await setUp();
  const child = spawn(node, args, { stdio: 'inherit', cwd: directory });
  const release = passSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      reject(new Error(`The Node of this project cannot run on this machine (${error.message}): ${node}`));
    });
    child.on('close', (code, signal) => {
      release();
      if (signal !== null) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}

/**
 * Ends this process with the code that `work` gives, or says in plain words why it could not be done.
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(`faultline: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
