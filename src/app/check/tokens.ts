import type { Captured } from '../../capture/request/captured.ts';
import type { RequestOptions } from '../../check/index.ts';
import { viewRequest } from '../../check/view.ts';
import { tokenBudget } from '../../check/budget.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import type { RequestView, TokenBudget } from '../../core/view.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { tokenTable } from '../../report/token-table.ts';
import { optionsFor } from './judge.ts';
import type { CheckSource } from './sources.ts';

/** Where the tokens of a captured request sit, for a terminal. */
export function tokensText(captured: Captured, source: CheckSource, given: RequestOptions, style: TextStyle): string {
  const view = viewOf(captured, given);
  if (!view) return '';
  const name = captured.label === '' ? source.name : `${source.name} ${captured.label}`;
  return tokenTable(name, view.tokens(), view.model?.contextWindow, style);
}

/** Where the tokens of a captured request sit, as data. */
export function tokensData(captured: Captured, given: RequestOptions): TokenBudget | undefined {
  const view = viewOf(captured, given);
  return view && tokenBudget(view);
}

function viewOf(captured: Captured, given: RequestOptions): RequestView | undefined {
  const body = captured.kind === 'request' ? parsedJson(captured.text) : undefined;
  return isObject(body) ? viewRequest(body, optionsFor(captured, given)) : undefined;
}
