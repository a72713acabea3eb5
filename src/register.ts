import { isObject } from './core/json.ts';
import { workerData } from 'node:worker_threads';
import { register } from './app/register/register.ts';
import { threadKind } from './app/recorder/messages.ts';

// For `node --import faultline/register app.js`. Node loads it into every thread, also into the recorder's own.
if (!(isObject(workerData) && workerData.kind === threadKind)) register();
