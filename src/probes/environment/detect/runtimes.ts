import type { Note } from '../../../core/probe.ts';
import { isVersion, isWithin } from '../../../core/version.ts';
import { nodeSystemCaSince, oldestRuntimes } from '../../../facts/environment.ts';
import type { Noticed } from '../../noticed.ts';

/** The versions of runtimes, and those that the project asks for. */
export interface Runtimes {
  readonly node?: string;
  readonly python?: string;
  /** As `.nvmrc` or `engines` writes it. */
  readonly wantedNode?: string;
  readonly wantedPython?: string;
  readonly nodeOptions?: string;
}

/** Says what is too old, or another version than the project asks for. */
export function runtimeFaults({ node, python, wantedNode, wantedPython, nodeOptions = '' }: Runtimes): Noticed {
  const isOldNode = node !== undefined && isWithin(node, { below: oldestRuntimes.nodeWithFetch }) === true;
  return {
    findings: isOldNode
      ? [
          {
            cause: 'fetch-missing',
            certainty: 'likely',
            saw: `The Node on the path is ${node}, which has no \`fetch\` of its own; ${oldestRuntimes.nodeWithFetch} is the first that has.`,
            text: 'fetch is not defined',
            isDecisive: false,
          },
        ]
      : [],
    notes: [
      ...(python !== undefined && isWithin(python, { below: oldestRuntimes.pythonOfSdk1 }) === true
        ? [{ text: `Python ${python} cannot run anthropic 1.0 or newer, which needs ${oldestRuntimes.pythonOfSdk1}.` }]
        : []),
      ...(node !== undefined &&
      nodeOptions.includes('--use-system-ca') &&
      isWithin(node, { below: nodeSystemCaSince }) === true
        ? [
            {
              text: `\`NODE_OPTIONS\` holds \`--use-system-ca\`, which Node ${node} does not know, so that it refuses to start.`,
              remedy: { action: `Update Node to ${nodeSystemCaSince} or newer, or take the option out.` },
            },
          ]
        : []),
      ...differs('Node', node, wantedNode),
      ...differs('Python', python, wantedPython),
    ],
  };
}

function differs(name: string, found: string | undefined, wanted: string | undefined): readonly Note[] {
  if (found === undefined || wanted === undefined) return [];
  const bare = wanted.replace(/^v/, '');
  const least = /^>=\s*v?(\d[\d.]*)$/.exec(wanted)?.[1];
  const isOther =
    least === undefined
      ? isVersion(bare) && !`${found}.`.startsWith(`${bare}.`)
      : isWithin(found, { below: least }) === true;
  return isOther ? [{ text: `The project asks for ${name} ${wanted}, and the one here is ${found}.` }] : [];
}
