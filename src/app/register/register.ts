import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { isFaultlineError } from '../../core/error.ts';
import type { RecordingSummary } from '../../core/recording.ts';
import { colorPainter, plainPainter } from '../../report/paint.ts';
import { recordingText } from '../../report/recording-text.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { storePlace } from '../../store/place.ts';
import type { RecorderSettings } from '../recorder/messages.ts';
import { environmentSecrets } from '../redaction-options.ts';
import { startInnerRecorder, type InnerRecorder } from '../recorder/recorder.ts';
import { recorderVariable } from '../recorder/variable.ts';
import { failureTeller } from '../recorder/telling.ts';
import { watchHttp } from './watch-http.ts';
import { watchHttp2 } from './watch-http2.ts';
import { watchUndici } from './watch-undici.ts';
import type { CallWatch } from './watched-call.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the end of a process waits for what its calls came to. */
const mostEndMs = 10_000;

/**
 * Watches the calls of the program that it is loaded into, tells of those that fail on standard error as `faultline run`
 * does, and keeps them as incidents. A program that makes no call starts no thread.
 */
export function register(): void {
  const { env } = process;
  const folder = storePlace({ env, cwd: process.cwd(), home: homedir(), system: process.platform });
  const isQuiet = isSet(env['FAULTLINE_QUIET']);
  let recorder: InnerRecorder | 'refused' | undefined;

  const started = (): InnerRecorder | 'refused' => {
    try {
      const tellFailure = failureTeller(styleOf(env));
      return startInnerRecorder(settingsOf(env, folder), {
        onFailure: (failure) => {
          if (!isQuiet) tell(tellFailure(failure));
        },
        onProblem: (message, hint) => tell(`faultline: ${message}\n${hint}\n`),
      });
    } catch (error) {
      // What cannot be redacted as the user wants is not recorded; the program goes on.
      tell(`faultline: ${isFaultlineError(error) ? `${error.message}\n${error.hint}` : String(error)}\n`);
      return 'refused';
    }
  };
  const watch: CallWatch = {
    onCall({ origin }) {
      // Calls through a recorder are seen there.
      if (origin === env[recorderVariable]) return false;
      recorder ??= started();
      return recorder !== 'refused';
    },
    onExchange(exchange) {
      if (recorder !== 'refused') recorder?.take(exchange);
    },
  };
  const stops = [watchUndici(watch), watchHttp(watch), watchHttp2(watch)];
  process.once('exit', () => {
    for (const stop of stops) stop();
    const summary = recorder === 'refused' ? undefined : recorder?.closeNow(mostEndMs);
    if (summary === 'late')
      tell(
        'faultline: The program ended before all of its calls were looked at.\n`faultline incidents` lists those that were kept.\n',
      );
    else if (summary && isTold(summary, isQuiet)) tell(recordingText(summary, folder, styleOf(env)));
  });
}

/** What the environment says; what is not understood shows as little as can be. */
function settingsOf(env: Environment, folder: string): RecorderSettings {
  const share = env['FAULTLINE_SHARE'] ?? '';
  return {
    folder,
    withBodies: !isSet(env['FAULTLINE_NO_BODIES']),
    share: ['', 'all', 'errors'].includes(share) ? 'all' : 'shape',
    secrets: environmentSecrets({ env, cwd: process.cwd() }),
  };
}

/** What fails is summed up always; what went well is no news of a program that wants to hear little. */
function isTold({ causes, tries, unseen }: RecordingSummary, isQuiet: boolean): boolean {
  return causes.length > 0 || (!isQuiet && tries + unseen > 0);
}

function styleOf(env: Environment): TextStyle {
  const { stderr } = process;
  const isColored = stderr.isTTY && !isSet(env['NO_COLOR']) && env['TERM'] !== 'dumb';
  const columns = (stderr.isTTY ? stderr.columns : 0) || Number(env['COLUMNS']) || 80;
  return { paint: isColored ? colorPainter : plainPainter, width: Math.min(100, Math.max(40, columns)) };
}

/** Past what the program does with its streams; a reader that has gone is no reason to disturb the program. */
function tell(text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  for (let attempts = 0; at < bytes.length && attempts < 200; attempts++) {
    try {
      at += writeSync(2, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
