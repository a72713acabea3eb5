import { defineOperation, exitCodes, type Operation } from '../app/operation.ts';
import { FaultlineError } from '../core/error.ts';
import { nearest } from '../core/nearest.ts';
import { commands, type Command } from './commands.ts';
import { bashScript, fishScript, zshScript, type CompletedOperation } from './completion-scripts.ts';

const scripts: ReadonlyMap<string, (operations: readonly Operation[]) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);
const shells = [...scripts.keys()];

/** Prints a completion script. */
export const completion: Operation = defineOperation({
  name: 'completion',
  summary: 'Print the completion script for a shell',
  operands: 'bash | zsh | fish',
  operandChoices: async () => shells,
  about: 'Load the script from the start-up file of your shell.',
  options: {},
  examples: [
    { command: 'source <(faultline completion bash)', about: 'in ~/.bashrc' },
    { command: 'source <(faultline completion zsh)', about: 'in ~/.zshrc, after compinit' },
    { command: 'faultline completion fish > ~/.config/fish/completions/faultline.fish', about: 'once' },
  ],
  async run(input, host) {
    const [shell] = input.args;
    const script = shell === undefined ? undefined : scripts.get(shell);
    if (!script) {
      const meant = shell === undefined ? 'bash' : (nearest(shell, shells) ?? 'bash');
      throw new FaultlineError(
        'shell-unknown',
        `${shell === undefined ? 'No shell was named' : `There is no completion for ${shell}`}; expected bash, zsh or fish.`,
        `For example: \`faultline completion ${meant}\`.`,
      );
    }
    host.out(script(await Promise.all(commands.map(completed))));
    return exitCodes.nothingFound;
  },
});

async function completed(command: Command): Promise<CompletedOperation> {
  const operation = await command.load();
  const operandWords = await operation.operandChoices?.();
  return operandWords ? { ...operation, operandWords } : operation;
}
