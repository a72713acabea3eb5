import { FaultlineError } from '../../core/error.ts';
import { baseUrlVariables } from '../../facts/base-url-variables.ts';
import type { RecordingSummary } from '../../core/recording.ts';
import { recordingText } from '../../report/recording-text.ts';
import { hang } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { commandOf, runChild } from '../child.ts';
import { defineOperation, type ExitCode } from '../operation.ts';
import { recordingOptions } from '../recorder/options.ts';
import { decisionTeller, rampEnding, rampFrom, rampOptions } from '../recorder/ramp-options.ts';
import { openSession } from '../recorder/session.ts';
import { failureTeller } from '../recorder/telling.ts';
import { asideStyle } from '../style.ts';
import { ownUpstream, recordedEnvironment } from './environment.ts';

/** Runs a command with its calls going through the recorder. */
export const run = defineOperation({
  name: 'run',
  summary: 'Run a command, and say of every failing call why it failed',
  operands: '-- COMMAND [ARGUMENT]...',
  about: `Starts the command with ${baseUrlVariables.map(({ name, readBy }) => `${name} (${readBy})`).join(', ')} pointing at a recorder on this machine, which passes every call on unchanged. A failing call is told on standard error at once and kept as an incident, without secrets. Output and exit code are those of the command. A program that names the address in its code must take it from one of these variables; a Node program may instead be started by \`node --import faultline/register\`, without \`faultline run\`.`,
  options: {
    ...recordingOptions,
    ...rampOptions,
    quiet: { type: 'boolean', short: 'q', about: 'print only the summary at the end' },
  },
  examples: [
    { command: 'faultline run -- python app.py', about: 'what fails, while it fails' },
    { command: 'faultline run -- claude -p "Hello"', about: 'the calls of Claude Code' },
    {
      command: 'faultline run --upstream https://gateway.example/anthropic -- npm test',
      about: 'through a gateway (the value of ANTHROPIC_BASE_URL unless said)',
    },
  ],
  async run(input, host) {
    const command = commandOf(input.args);
    if (!command) {
      throw new FaultlineError(
        'command-missing',
        'There is no command to run.',
        'Write it behind `--`: `faultline run -- npm test`.',
      );
    }
    const style = asideStyle(host);
    const tell = failureTeller(style, input.value('store'));
    const tellDecision = decisionTeller(style);
    const ramp = await rampFrom(input, false, (decision, figures) => {
      if (!input.flag('quiet')) host.err(tellDecision(decision, figures));
    });
    const session = await openSession(input, host, {
      upstream: input.value('upstream') ?? ownUpstream(host.env),
      ...(ramp ? { gate: ramp.gate } : {}),
      onFailure: (failure) => {
        if (!input.flag('quiet')) host.err(tell(failure));
      },
    });
    let code: ExitCode;
    try {
      code = await runChild(command, recordedEnvironment(host.env, session.url), host, 'run');
    } catch (error) {
      // Nothing ran, so that there is nothing to sum up.
      await session.close();
      throw error;
    }
    const summary = await session.close();
    if (summary) host.err(ending(summary, session.folder, style, input.value('store')));
    if (ramp) host.err(rampEnding(ramp));
    return code;
  },
});

function ending(summary: RecordingSummary, folder: string, style: TextStyle, store?: string): string {
  if (summary.tries + summary.unseen > 0) return recordingText(summary, folder, style, store);
  return `${hang(
    style.paint.warn('○ faultline  '),
    'No call came through the recorder. If the command made calls, its code names the address of the API: have it take ANTHROPIC_BASE_URL, or start a Node program by `node --import faultline/register`.',
    style.width,
  ).join('\n')}\n`;
}
