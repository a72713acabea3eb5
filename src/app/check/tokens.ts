import type { Captured } from '../../capture/request/captured.ts';
import type { RequestOptions } from '../../check/index.ts';
import { viewRequest } from '../../check/view.ts';
import { isObject } from '../../core/json.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { tokenTable } from '../../report/token-table.ts';
import { optionsFor } from './judge.ts';
import type { CheckSource } from './sources.ts';

/** Where the tokens of a captured request sit. */
export function tokensText(captured: Captured, source: CheckSource, given: RequestOptions, style: TextStyle): string {
  const body: unknown = JSON.parse(captured.text);
  if (!isObject(body)) return '';
  const view = viewRequest(body, optionsFor(captured, given));
  const name = captured.label === '' ? source.name : `${source.name} ${captured.label}`;
  return tokenTable(name, view.tokens(), view.model?.contextWindow, style);
}
