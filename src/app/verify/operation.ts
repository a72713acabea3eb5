import type { Certificate } from '../../core/certificate.ts';
import { FaultlineError } from '../../core/error.ts';
import { certificateMarkdown } from '../../report/certificate-markdown.ts';
import { certificateText } from '../../report/certificate-text.ts';
import { defineOperation, exitCodes, type ExitCode, type Host } from '../operation.ts';
import { textStyle } from '../style.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { verifyApplication } from './application.ts';
import { certify } from './certify.ts';
import { applicationOf, applicationOptions } from './options.ts';

/** Proves that a fix holds, and that an application fails as it should. */
export const verify = defineOperation({
  name: 'verify',
  summary: 'Prove that a fix holds, and that an application fails as it should',
  operands: '',
  about:
    'With --app, drives your own application against the simulator: a normal call, a bad request, a refused key, a rate limit, an overload without end, an answer that breaks off, and a stub. It must not crash, hang, retry beyond its limit or before its time, show what the API said, or log a credential; its log must hold the request id of each call. The result is a certificate with five answers. Exit code: 0 proven, 1 not proven, 4 inconclusive or confounded.',
  options: {
    ...applicationOptions,
    complete: { type: 'boolean', about: 'all five questions must be answered: what was not asked is inconclusive' },
    json: {
      type: 'boolean',
      against: ['format=text', 'format=markdown'],
      about: 'print the certificate as one JSON object',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      about: 'text (default), json or markdown',
    },
  },
  examples: [
    { command: "faultline verify --app 'node app.js' --log app.log", about: 'a program that makes its calls and ends' },
    {
      command: "faultline verify --app 'npm start' --trigger http://localhost:3000/ask",
      about: 'a server; what it prints is its log',
    },
    {
      command: "faultline verify --app 'python app.py' --log app.log --retries 2 --format markdown",
      about: 'for a pull request',
    },
  ],
  async run(input, host) {
    const application = applicationOf(input, host);
    if (!application) {
      throw new FaultlineError(
        'operand-missing',
        'There is nothing to verify.',
        "Give the application: `faultline verify --app 'node app.js'`.",
      );
    }
    const { result: driven, isInterrupted } = await untilInterrupted((signal) =>
      verifyApplication(application, host, signal),
    );
    if (isInterrupted) return exitCodes.interrupted;
    const certificate = certify({
      ...driven,
      given: { hasApplication: true, hasLog: application.log !== undefined },
      mustBeComplete: input.flag('complete'),
      now: host.now(),
    });
    host.out(printed(certificate, input.flag('json') ? 'json' : (input.value('format') ?? 'text'), host));
    return exitCodeOf(certificate);
  },
});

function printed(certificate: Certificate, format: string, host: Host): string {
  if (format === 'json') return `${JSON.stringify({ kind: 'certificate', ...certificate }, undefined, 2)}\n`;
  return format === 'markdown' ? certificateMarkdown(certificate) : certificateText(certificate, textStyle(host));
}

function exitCodeOf({ result }: Certificate): ExitCode {
  if (result === 'proven') return exitCodes.nothingFound;
  return result === 'refuted' ? exitCodes.found : exitCodes.couldNotTell;
}
