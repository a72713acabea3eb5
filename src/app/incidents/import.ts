import { exchangesOfHar } from '../../capture/exchange/from-har.ts';
import { FaultlineError } from '../../core/error.ts';
import type { IncidentStore } from '../../store/store.ts';
import { bytesOf, lookUp, wholeOf } from '../files.ts';
import { exitCodes, type ExitCode, type Host } from '../operation.ts';
import { openKeeper, type KeeperOptions } from '../recorder/keeper.ts';

const mostBytes = 300_000_000;

/** Keeps the failing calls of a HAR file, and prints their ids. */
export async function importHar(
  file: string,
  store: IncidentStore,
  host: Host,
  keeping: Pick<KeeperOptions, 'share' | 'secrets'> = {},
): Promise<ExitCode> {
  const exchanges = exchangesOfHar(await textOf(file, host));
  if (!exchanges) {
    throw new FaultlineError(
      'input-unusable',
      `${file} is no HAR file.`,
      'Export one from the network panel of a browser, or from a recording proxy. `faultline explain` takes other forms.',
    );
  }
  const keeper = await openKeeper({ ...keeping, store, withBodies: true, now: host.now });
  let kept = 0;
  for (const exchange of exchanges) {
    const failure = await keeper.take(exchange);
    if (!failure) continue;
    if (failure.notKept === undefined) kept++;
    host.out(
      `${failure.id}  ${failure.verdict.findings[0]?.cause ?? 'unknown'}${failure.notKept === undefined ? '' : `  not kept: ${failure.notKept}`}\n`,
    );
  }
  host.err(`${kept} of ${exchanges.length} calls were kept as incidents.\n`);
  return exitCodes.nothingFound;
}

async function textOf(file: string, host: Host): Promise<string> {
  const named = lookUp(file, host);
  if (named.kind === 'folder')
    throw new FaultlineError('input-is-folder', `${file} is a folder.`, 'Name the HAR file in it.');
  const bytes = named.kind === 'file' ? await wholeOf(bytesOf(named.path), mostBytes) : undefined;
  if (bytes) return bytes.toString('utf8');
  throw new FaultlineError(
    'input-missing',
    `There is no file ${file} of at most ${mostBytes / 1e6} MB.`,
    'Check the path.',
  );
}
