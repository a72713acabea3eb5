import { groupRecords } from '../../capture/log/groups.ts';
import { scanLog } from '../../capture/log/scan.ts';
import type { LogSummary } from '../../core/log.ts';
import { keepMemoryFlat } from '../memory.ts';
import { loadTextJudge } from '../text-judge.ts';

/** Reads a log to its end, in flat memory whatever its size, and counts its failures by cause. */
export async function summarizeLog(pieces: AsyncIterable<Buffer>): Promise<LogSummary> {
  keepMemoryFlat();
  const scan = scanLog();
  const groups = groupRecords(await loadTextJudge());
  for await (const piece of pieces) for (const record of scan.feed(piece)) groups.add(record);
  for (const record of scan.end()) groups.add(record);
  return groups.summary();
}

/** Counts the failures among texts by cause. */
export async function summarizeTexts(texts: Iterable<string>): Promise<LogSummary> {
  const groups = groupRecords(await loadTextJudge());
  for (const text of texts) groups.add({ text });
  return groups.summary();
}
