import { openStore } from '../../src/store/sqlite.ts';
import { incidentLike } from './incident.ts';

// Keeps incidents until it is killed, and prints the id of each once it is kept. Their sizes differ, so that a kill
// meets writes of one page and of many.
const [folder = '', name = ''] = process.argv.slice(2);
const store = openStore(folder, 'create');
for (let count = 0; ; count++) {
  const incident = incidentLike(`${name}_${count}`, Date.now(), 'x'.repeat((count * 7919) % 60_000));
  await store.add(incident, JSON.stringify(incident), Date.now());
  process.stdout.write(`${incident.id}\n`);
}
