import type { Operation } from '../app/operation.ts';

/** A command as the top-level help lists it; its operation is loaded only when it runs. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Operation>;
}

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  {
    name: 'explain',
    summary: 'Say what an error means, on whose side it is, and what to do',
    load: async () => (await import('../app/explain/operation.ts')).explain,
  },
  {
    name: 'diagnose',
    summary: 'Find out why a call fails: the error, the request and live checks in one',
    load: async () => (await import('../app/diagnose/operation.ts')).diagnose,
  },
  {
    name: 'check',
    summary: 'Judge a request before it is sent, in the words of the API, and fix it',
    load: async () => (await import('../app/check/operation.ts')).check,
  },
  {
    name: 'reduce',
    summary: 'Make a failing request as small as it can be while it fails in the same way',
    load: async () => (await import('../app/reduce/operation.ts')).reduce,
  },
  {
    name: 'run',
    summary: 'Run a command, and say of every failing call why it failed',
    load: async () => (await import('../app/run/operation.ts')).run,
  },
  {
    name: 'record',
    summary: 'Pass calls on to the API, and keep the failing ones with their reasons',
    load: async () => (await import('../app/record/operation.ts')).record,
  },
  {
    name: 'ramp',
    summary: 'Send a backlog step by step, and hold, step back or stop by what comes back',
    load: async () => (await import('../app/ramp/operation.ts')).ramp,
  },
  {
    name: 'incidents',
    summary: 'List, show, open, export and remove the failing calls that were kept',
    load: async () => (await import('../app/incidents/operation.ts')).incidents,
  },
  {
    name: 'isolate',
    summary: 'Find the one thing that makes the difference between failing and working',
    load: async () => (await import('../app/isolate/operation.ts')).isolate,
  },
  {
    name: 'verify',
    summary: 'Prove that a fix holds, and that an application fails as it should',
    load: async () => (await import('../app/verify/operation.ts')).verify,
  },
  {
    name: 'report',
    summary: 'Make a report for support or a teammate, without secrets, or open one',
    load: async () => (await import('../app/report/operation.ts')).report,
  },
  {
    name: 'baseline',
    summary: 'Note a configuration that works, and say later what changed',
    load: async () => (await import('../app/baseline/operation.ts')).baseline,
  },
  {
    name: 'simulate',
    summary: 'Run a local Claude API that refuses and fails as the real one does',
    load: async () => (await import('../app/simulate/operation.ts')).simulate,
  },
  {
    name: 'doctor',
    summary: 'Check environment, network, service and account, least disruptive first',
    load: async () => (await import('../app/doctor/operation.ts')).doctor,
  },
  {
    name: 'causes',
    summary: 'List the causes Faultline knows, or print the page of one',
    load: async () => (await import('../app/causes/operation.ts')).causes,
  },
  {
    name: 'completion',
    summary: 'Print the completion script for a shell',
    load: async () => (await import('./completion.ts')).completion,
  },
];
