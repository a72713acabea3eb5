import type { HeaderList, Incident, IncidentBody } from '../core/incident.ts';
import { parsedJson } from '../core/json.ts';
import type { Finding } from '../core/verdict.ts';
import { html, type Html, type HtmlPart } from './html.ts';
import { pageHead } from './page-head.ts';
import { attemptWords, counted, shapeWords, sizeWords, timingWords } from './incident-words.ts';
import { certainties, retryWords, sides } from './words.ts';

/**
 * An incident as one page that needs nothing else: no script, no font, no picture, and a policy that lets it load none.
 * What stands in a call is text in it and cannot become markup.
 */
export function incidentHtml(incident: Incident): string {
  const { id, at, verdict, request, response, upstream } = incident;
  const [first, ...others] = verdict.findings;
  const title = first?.title ?? 'A call failed, and its cause is not known';
  return `${
    html`${pageHead(`${title} · ${id}`, style)}
<body>
<header>
<p class="faint">Incident ${id} · <time datetime="${at}">${at}</time></p>
<h1>${title}</h1>
</header>
<main>
${first ? findingSection(first) : openSection(verdict.open)}
${others.map(
  ({ title: also, cause, certainty }) =>
    html`<p>It may also be <strong>${also}</strong> (<code>${cause}</code>, ${certainties[certainty]}).</p>\n`,
)}
<section>
<h2>The call</h2>
${callRows(incident)}
</section>
<section>
<h2>Request</h2>
<p><code>${`${request.method} ${upstream}${request.path}`}</code></p>
${headerTable(request.headers)}
${bodyBlock(request.body)}
</section>
${
  response &&
  html`<section>
<h2>Answer</h2>
<p><code>${`${response.status} ${response.statusText}`.trim()}</code></p>
${headerTable(response.headers)}
${bodyBlock(response.body)}
</section>`
}
</main>
<footer class="faint">Kept by Faultline. Secrets were taken out before it was stored. What people and the model wrote may still be in the bodies.</footer>
</body>
</html>`.html
  }\n`;
}

function findingSection({ cause, locus, certainty, explanation, because, remedies, retry, docs }: Finding): Html {
  const quotes = because.filter(({ text }) => text !== '');
  return html`<section>
<p class="faint">On the side of <strong>${sides[locus]}</strong> · ${certainties[certainty]} · <code>${cause}</code></p>
<p>${prose(explanation)}</p>
${quotes.map(({ text }) => html`<blockquote><code>${text}</code></blockquote>\n`)}
<h2>Do now</h2>
<ol>
${remedies.map(
  ({ action, run }) => html`<li>${prose(action)}${run === undefined ? undefined : html`<pre>${run}</pre>`}</li>\n`,
)}</ol>
<p><strong>Retry:</strong> ${retryWords(retry)}. ${prose(retry.because)}</p>
<p><strong>Read:</strong> ${link(docs.url, docs.title)} <span class="faint">(checked ${docs.checkedOn})</span></p>
</section>`;
}

function openSection(open: readonly string[]): Html {
  return html`<section><ul>${open.map((one) => html`<li>${prose(one)}</li>\n`)}</ul></section>`;
}

/** A sentence, with names as code as its backticks say. */
function prose(text: string): readonly Html[] {
  return text.split('`').map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}

/** Only the addresses of pages become links. */
function link(url: string, title: string): Html {
  return url.startsWith('https://') ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title} (${url})`;
}

function callRows(incident: Incident): Html {
  const { response, ending, caller, timing, attempts, observations, verdict } = incident;
  const answer = response ? `${response.status} ${response.statusText}, ${sizeWords(response.body.bytes)}` : 'none';
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Request', shapeWords(incident)],
    ['Answer', answer],
    ['Request id', verdict.facts.requestId],
    ['Ending', ending],
    ['Caller', Object.values(caller).join(' ')],
    ['Time', timingWords(incident)],
    ['Connection', timing.isConnectionReused ? 'had been used before' : undefined],
    ...observations.map((one) => ['Seen', one] as const),
    ...(attempts.length > 1 ? attempts.map((one, index) => [`Try ${index + 1}`, attemptWords(one)] as const) : []),
  ];
  return table(rows.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const])));
}

function headerTable(headers: HeaderList): HtmlPart {
  if (headers.length === 0) return undefined;
  return html`<details><summary>${counted(headers.length, 'header')}</summary>${table(headers.map(([name, value]) => [name, value]))}</details>`;
}

function table(rows: readonly (readonly [string, string])[]): Html {
  return html`<table>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</table>`;
}

function bodyBlock({ bytes, text, isCut }: IncidentBody): HtmlPart {
  if (bytes === 0) return undefined;
  if (text === undefined) return html`<p class="faint">A body of ${sizeWords(bytes)}, which was not kept.</p>`;
  const value = isCut === true ? undefined : parsedJson(text);
  const shown = value === undefined ? text : JSON.stringify(value, undefined, 2);
  return html`<details open><summary>Body, ${sizeWords(bytes)}${isCut === true ? ', of which a part was kept' : ''}</summary><pre>${shown}</pre></details>`;
}

const style: Html = {
  html: `:root{color-scheme:light dark;--faint:light-dark(#5c6570,#9aa4b0);--line:light-dark(#d8dde3,#3a424c);--box:light-dark(#f4f6f8,#1c2128)}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}
.faint,summary{color:var(--faint)}summary{cursor:pointer;margin:.6rem 0}
pre,code{font-family:ui-monospace,monospace;font-size:.875em}
pre{background:var(--box);border:1px solid var(--line);border-radius:6px;padding:.8rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
blockquote{border-left:3px solid var(--line);margin:.8rem 0;padding:.1rem .9rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;white-space:nowrap;width:1%;padding-right:1.2rem}td{overflow-wrap:anywhere}
footer{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.9rem}
@media print{details>*{display:block}}`,
};
