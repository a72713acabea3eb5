import type { Baseline, BaselineCheck, BaselineItem } from '../core/baseline.ts';
import { hang } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';
import { githubCommand } from './workflow-command.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;
const headings: Readonly<Record<BaselineItem['kind'], string>> = {
  failed: 'Fails',
  changed: 'Changed',
  warning: 'Warning',
  noted: 'Noted',
};
const kinds = ['failed', 'changed', 'warning', 'noted'] as const;

/** A comparison with a baseline on a screen: what matters first, what is to be undone with its command. */
export function baselineCheckText(check: BaselineCheck, { paint, width }: TextStyle): string {
  const { file, savedOn, outcome, items, same, triedBy } = check;
  const sign = outcome === 'same' ? paint.good('✓ ') : outcome === 'unknown' ? paint.warn('? ') : paint.bad('✗ ');
  const lines = [
    ...hang(sign, paint.strong(visible(`${file} of ${savedOn}: ${headline(check)}`)), width),
    ...kinds.flatMap((kind) =>
      items
        .filter((item) => item.kind === kind)
        .flatMap(({ text, undo }, at) => [
          ...hang(label(at === 0 ? headings[kind] : ''), visible(text), width),
          ...(undo === undefined ? [] : hang(label(''), paint.code(visible(`Undo: ${undo}`)), width)),
        ]),
    ),
    ...(same.length === 0 ? [] : hang(label('Same'), same.join(', '), width)),
    ...hang(label('Tried'), triedWords[triedBy], width),
  ];
  return `${lines.join('\n')}\n`;
}

const triedWords = {
  rules: 'the known-good request, by the rules of the API, offline; --live sends it',
  api: 'the known-good request, by the API',
} as const;

function headline({ outcome, items }: BaselineCheck): string {
  const count = (kind: BaselineItem['kind']): number => items.filter((item) => item.kind === kind).length;
  const warned = count('warning');
  const also = warned === 0 ? '' : `, ${warned} ${warned === 1 ? 'warning' : 'warnings'}`;
  switch (outcome) {
    case 'same':
      return `the configuration is as it was${also}`;
    case 'changed':
      return `${count('changed')} ${count('changed') === 1 ? 'thing' : 'things'} changed${also}`;
    case 'broken':
      return `what worked then does not work now${also}`;
    case 'unknown':
      return `it could not be told whether it still works${also}`;
  }
}

const levels: Readonly<Record<BaselineItem['kind'], 'error' | 'warning' | 'notice'>> = {
  failed: 'error',
  changed: 'error',
  warning: 'warning',
  noted: 'notice',
};

/** A comparison as workflow commands, which GitHub shows at the lines of the baseline; `text` is that of the file. */
export function baselineCheckGithub({ file, items }: BaselineCheck, text: string): string {
  const lines = text.split('\n');
  return items
    .map(({ kind, member, text: said, undo }) => {
      const line = lines.findIndex((one) => one.includes(JSON.stringify(member))) + 1;
      const message = undo === undefined ? said : `${said} Undo: ${undo}`;
      return githubCommand(levels[kind], { file, line: Math.max(1, line), title: `baseline ${kind}` }, message);
    })
    .join('');
}

/** What was saved, in a few lines. */
export function savedText(file: string, baseline: Baseline, isNew: boolean, { paint, width }: TextStyle): string {
  const { target, surroundings, knownGood, limits, doctor } = baseline;
  const row = (name: string, text: string): readonly string[] =>
    text === '' ? [] : hang(label(name), visible(text), width);
  const lines = [
    ...hang(
      paint.good('✓ '),
      paint.strong(visible(`${file} ${isNew ? 'saved' : 'saved anew'}, to be committed`)),
      width,
    ),
    ...row('Calls', `${target.baseUrl} · ${target.model ?? 'no model'} · version ${target.apiVersion}`),
    ...row('Betas', target.betas.join(', ')),
    ...row('SDKs', surroundings.sdks.map((one) => `${one.package} ${one.version}`).join(', ')),
    ...row(
      'Request',
      knownGood.judgedBy === 'api' ? 'the API answers it' : 'no rule refuses it; --live has the API answer it',
    ),
    ...row(
      'Limits',
      Object.entries(limits)
        .map(([unit, limit]) => `${limit} ${unit}`)
        .join(', '),
    ),
    ...row(
      'Checks',
      `${Object.keys(doctor.checks).length} of ${doctor.reach === 'network' ? 'machine, network and account' : 'this machine'}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
