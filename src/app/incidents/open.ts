import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Incident } from '../../core/incident.ts';
import type { CustomSecrets } from '../../redactors/custom.ts';
import type { Share } from '../../redactors/share.ts';
import { exitCodes, type ExitCode, type Host } from '../operation.ts';
import { openerOf, openFile } from './browser.ts';
import { exportIncident } from './export.ts';

/**
 * Writes an incident as a page for the owner alone and opens it. Where nobody looks at a terminal, or nothing opens it,
 * its path is all that is said.
 */
export async function openPage(
  incident: Incident,
  share: Share,
  secrets: CustomSecrets,
  host: Host,
): Promise<ExitCode> {
  const { text } = exportIncident(incident, 'html', share, secrets);
  const path = join(mkdtempSync(join(tmpdir(), 'faultline-')), `${incident.id}.html`);
  writeFileSync(path, text, { mode: 0o600 });
  host.out(`${path}\n`);
  const opener = host.outIsTerminal ? openerOf(host.env, process.platform) : undefined;
  if (opener && !(await openFile(opener, pathToFileURL(path).href)))
    host.err(`${opener[0]} did not open it. Open it in a browser.\n`);
  return exitCodes.nothingFound;
}
