import { pathToFileURL } from 'node:url';

/** Stands in for `import.meta.url` in files that are built as CommonJS. */
export const moduleUrl = /* @__PURE__ */ pathToFileURL(__filename).href;
