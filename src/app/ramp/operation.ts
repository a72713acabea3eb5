import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refuseLeaks } from '../../capture/exchange/sanitize.ts';
import { systemClock } from '../../client/clock.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import { upstreamOf } from '../../proxy/upstream.ts';
import { runPage } from '../../ramp/show/page.ts';
import type { RunSummary } from '../../ramp/show/summary-text.ts';
import { openQueue, type RampQueue } from '../../store/queue.ts';
import { defineOperation, exitCodes, type ExitCode, type Host, type OperationInput } from '../operation.ts';
import { storeFolder, storeOption } from '../recorder/options.ts';
import { untilStopped } from '../stop.ts';
import { openAnswers } from './answers.ts';
import { drain } from './drain.ts';
import { readEntries, readIncidents, sourceOf, type Entry } from './entries.ts';
import { listenToKeys, type KeyWish } from './keys.ts';
import { planFrom, planOptions } from './plan-option.ts';
import { busy, lookedAt, outlookOf, prepareQueue } from './prepare.ts';
import { logNews, newHistory, openLog } from './record-keeping.ts';
import { openSender } from './sender.ts';
import { needKey, rampTarget } from './target.ts';
import { viewOn } from './view.ts';

/** Sends a backlog step by step, as the figures of the service allow. */
export const ramp = defineOperation({
  name: 'ramp',
  summary: 'Send a backlog step by step, and hold, step back or stop by what comes back',
  operands: '[FILE | FOLDER | INCIDENT]...',
  about:
    'Takes requests as `faultline check` does (NDJSON, entries of Message Batches, a folder, incidents), sets those aside that would fail, and sends the rest: a little first, and more with every step that goes well. It keeps to the limits in the headers of the answers, waits as it is asked to, steps back when the service slows down or fails, and stops where waiting heals nothing. The queue is kept on disk: after a crash the same command goes on, and nothing is sent twice without your word. These are real calls, which cost what calls cost; --dry-run shows them first.',
  options: {
    ...planOptions,
    confirm: { type: 'boolean', against: ['json'], about: 'ask before every step up' },
    incidents: {
      type: 'boolean',
      replacesOperands: true,
      about: 'send the failing calls that were kept (`faultline incidents`)',
    },
    cause: { type: 'string', value: 'ID', needs: 'incidents', about: 'with --incidents: those of one cause' },
    'base-url': {
      type: 'string',
      value: 'URL',
      about: 'where the calls go (ANTHROPIC_BASE_URL unless said); shown before the start',
    },
    'dry-run': { type: 'boolean', about: 'show plan, expected time, tokens and calls, and send nothing' },
    new: { type: 'boolean', against: ['resend-unknown'], about: 'begin a new run of a queue that was sent before' },
    'resend-unknown': {
      type: 'boolean',
      about: 'send entries again that were under way when a run was killed; they may have been answered',
    },
    out: {
      type: 'string',
      value: 'DIR',
      about: 'the folder for answers.ndjson, log.ndjson and report.html (faultline-ramp-ID unless said)',
    },
    ...storeOption,
    json: { type: 'boolean', about: 'print one JSON object a line (schemas/ramp-line.schema.json)' },
  },
  examples: [
    { command: 'faultline ramp backlog.ndjson --dry-run', about: 'what would be sent, where to, how long it takes' },
    { command: 'faultline ramp backlog.ndjson', about: 'send it; again after a crash, to go on' },
    { command: 'faultline ramp --incidents --cause overloaded', about: 'send what an outage kept from going through' },
    {
      command: "faultline ramp queue/ --steps '10/min,60/min,300/min' --hold 5m --confirm",
      about: 'by your own steps',
    },
  ],
  async run(input, host) {
    const plan = planFrom(input);
    if (plan.confirm && !host.stdinIsTerminal && !input.flag('dry-run'))
      throw new FaultlineError(
        'option-invalid',
        '--confirm asks in a terminal, and there is none.',
        'Leave it out, or run it in a terminal.',
      );
    const folder = storeFolder(input, host);
    const { entries, source } = await entriesOf(input, host, folder);
    const target = rampTarget(input, host);
    const id = newRunId(host.now());
    const wanted = { id, folder: outFolder(input, host, id), isResumed: false };
    if (input.flag('dry-run')) {
      const day = new Date(host.now()).toISOString().slice(0, 10);
      const prepared = lookedAt(entries, target.target, day);
      viewOn(host, input.flag('json'), 0).start(outlookOf(prepared, { plan, target, source, run: wanted }));
      return exitCodes.nothingFound;
    }
    needKey(target);
    const queue = openQueue(folder, 'create');
    try {
      return await runQueue({ input, host, plan, entries, source, target, queue, wanted });
    } finally {
      queue.close();
    }
  },
});

interface RunParts {
  readonly input: OperationInput;
  readonly host: Host;
  readonly plan: ReturnType<typeof planFrom>;
  readonly entries: readonly Entry[];
  readonly source: string;
  readonly target: ReturnType<typeof rampTarget>;
  readonly queue: RampQueue;
  readonly wanted: { readonly id: string; readonly folder: string };
}

async function runQueue(parts: RunParts): Promise<ExitCode> {
  const { input, host, plan, entries, source, target, queue, wanted } = parts;
  const taken = queue.take({
    source,
    folder: wanted.folder,
    newId: wanted.id,
    processId: process.pid,
    now: host.now(),
    isNew: input.flag('new'),
    isAlive,
  });
  if (taken.kind === 'busy') throw busy(taken);
  const answers = openAnswers(taken.folder);
  const log = openLog(taken.folder, taken.id);
  const upstream = upstreamOf(target.target.baseUrl, host.env);
  const sender = openSender(target.target, upstream, plan.concurrency);
  try {
    const prepared = prepareQueue(entries, taken, {
      queue,
      answers,
      target: target.target,
      now: host.now(),
      resendUnknown: input.flag('resend-unknown'),
    });
    const outlook = outlookOf(prepared, { plan, target, source, run: taken });
    const view = viewOn(host, input.flag('json'), prepared.waiting.length);
    if (prepared.waiting.length === 0) {
      const ends = endsOf(queue, taken.id);
      view.nothing(ends, taken.folder);
      return exitCodeOf({ ending: 'drained', ends });
    }
    const history = newHistory();
    const began = host.now();
    log.write('ramp_started', began, outlook);
    view.start(outlook);
    const running = drain({
      run: taken.id,
      processId: process.pid,
      plan,
      entries: prepared.waiting,
      attempts: prepared.attempts,
      repeated: prepared.repeated,
      queue,
      answers,
      sender,
      clock: systemClock,
      tell(news) {
        history.add(news);
        logNews(log, news);
        view.news(news);
      },
    });
    const giveBack = obey(running, (text) => view.note(text));
    const drained = await running.ended;
    giveBack();
    const summary: RunSummary = {
      run: taken.id,
      ending: drained.ending,
      ...present({ because: drained.because }),
      tookMs: host.now() - began,
      ends: endsOf(queue, taken.id),
      causes: history.causes,
      figures: drained.figures,
      answers: answers.file,
      log: log.file,
      report: join(taken.folder, 'report.html'),
    };
    const page = runPage(summary, history.figures, history.decisions);
    refuseLeaks(page, 'The report was not written');
    writeFileSync(summary.report, page, { mode: 0o600 });
    log.write('ramp_ended', host.now(), {
      ending: summary.ending,
      ...present({ because: summary.because }),
      ends: summary.ends,
    });
    view.end(summary);
    return exitCodeOf(summary);
  } finally {
    sender.close();
    answers.close();
    log.close();
    queue.release(taken.id, process.pid);
  }
}

async function entriesOf(
  input: OperationInput,
  host: Host,
  folder: string,
): Promise<{ readonly entries: readonly Entry[]; readonly source: string }> {
  if (input.flag('incidents')) {
    const cause = input.value('cause');
    const entries = await readIncidents(cause, folder);
    if (entries.length > 0) return { entries, source: JSON.stringify({ incidents: folder, ...present({ cause }) }) };
    throw new FaultlineError(
      'queue-empty',
      `No incident${cause === undefined ? '' : ` of ${cause}`} in ${folder} holds a request that could be sent.`,
      '`faultline incidents` lists them; those recorded with --no-bodies have no request.',
    );
  }
  if (input.args.length === 0 || input.args.includes('-'))
    throw new FaultlineError(
      'queue-missing',
      'A queue is read from files, so that a run can go on after a crash; none was named.',
      'Give the requests as a file, one JSON object a line: `faultline ramp backlog.ndjson`.',
    );
  return { entries: await readEntries(input.args, host), source: sourceOf(input.args, host) };
}

/** Keys and signals: the first wish to end waits for what is under way, the second one does not. */
function obey(running: ReturnType<typeof drain>, note: (text: string) => void): () => void {
  let isAsked = false;
  const interrupt = (): void => {
    if (isAsked) return;
    isAsked = true;
    const { inFlight } = running.figures();
    if (inFlight > 0)
      note(
        `Nothing more is sent; ${inFlight} ${inFlight === 1 ? 'call is' : 'calls are'} waited for. Once more to end at once.`,
      );
    running.interrupt();
  };
  void untilStopped().then(interrupt);
  const giveBack = listenToKeys((wish: KeyWish) => {
    if (wish !== 'interrupt') running.wish(wish);
    else if (isAsked) {
      giveBack();
      process.exit(exitCodes.interrupted);
    } else interrupt();
  });
  return giveBack;
}

function endsOf(queue: RampQueue, run: string): RunSummary['ends'] {
  const { done, failed, unknown, waiting, sending, 'set-aside': setAside } = queue.counts(run);
  return { done, failed, setAside, unknown, waiting: waiting + sending };
}

function exitCodeOf({ ending, ends }: Pick<RunSummary, 'ending' | 'ends'>): ExitCode {
  if (ending === 'interrupted') return exitCodes.interrupted;
  if (ending !== 'drained' || ends.failed + ends.setAside > 0) return exitCodes.found;
  return ends.unknown > 0 ? exitCodes.couldNotTell : exitCodes.nothingFound;
}

function outFolder(input: OperationInput, { cwd }: Host, id: string): string {
  return resolve(cwd, input.value('out') ?? `faultline-ramp-${id}`);
}

function newRunId(now: number): string {
  const time = new Date(now).toISOString().replaceAll(/[-:]/g, '').slice(0, 15).toLowerCase();
  return `${time}-${randomBytes(3).toString('hex')}`;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
