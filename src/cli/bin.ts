#!/usr/bin/env node
import nodeModule from 'node:module';

// Absent on the oldest Nodes that this still starts on.
nodeModule.enableCompileCache?.();

const { main } = await import('./main.ts');
await main();
