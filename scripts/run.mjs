// Runs a script of this project, or a tool that it depends on, on the project's own Node, after all set-up.
import { main, run } from './set-up/run.mjs';

await main(() => run(process.argv.slice(2)));
