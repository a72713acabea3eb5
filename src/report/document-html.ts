import type { DocumentBlock, TextDocument } from './document.ts';
import { html, type Html } from './html.ts';

/** The style of a page; it is part of the page, and its hash is all that the page's policy lets in. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #5c5c66; --line: #d9d9e0; --paper: #fff; --code: #f4f4f7; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9ee; --soft: #a3a3ad; --line: #3a3a42; --paper: #16161a; --code: #22222a; --bad: #ff8a80; } }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { border-top: 4px solid var(--bad); padding-top: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
th[scope=row] { width: 11rem; font-weight: normal; }
pre, code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; background: var(--code); border-radius: 4px; }
pre { padding: .75rem; white-space: pre-wrap; }
code { padding: .1em .3em; }
@media print { body { max-width: none; padding: 0; } pre { border: 1px solid var(--line); } }
`;

/**
 * A document as one page that loads nothing and runs nothing. `styleHash` is the SHA-256 of `pageStyle` in base64, the
 * one thing that the page's own policy allows.
 */
export function documentHtml({ title, lead, sections }: TextDocument, styleHash: string): string {
  const policy: Html = {
    html: `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`,
  };
  const shown = sections.filter(({ blocks }) => blocks.length > 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: pageStyle }}</style>
</head>
<body>
<header>
<h1>${prose(title)}</h1>
<p>${prose(lead)}</p>
</header>
<main>
${shown.map(
  (section) => html`<section>
<h2>${section.title}</h2>
${section.blocks.map(blockHtml)}</section>
`,
)}</main>
</body>
</html>
`.html;
}

function blockHtml(block: DocumentBlock): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${prose(block.text)}</p>\n`;
    case 'facts':
      return html`<table><tbody>
${block.rows.map(([name, value]) => html`<tr><th scope="row">${prose(name)}</th><td>${prose(value)}</td></tr>\n`)}</tbody></table>
`;
    case 'table':
      return html`<table><thead><tr>${block.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${block.rows.map((row) => html`<tr>${row.map((value) => html`<td>${prose(value)}</td>`)}</tr>\n`)}</tbody></table>
`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${prose(item)}</li>\n`);
      return block.isNumbered === true ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
    case 'exact':
      return html`<pre>${block.text}</pre>\n`;
  }
}

/** Text with what stands in backticks as code. */
function prose(text: string): readonly Html[] {
  return text.split(/`([^`\n]+)`/).map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
