/** What the keys of a terminal say to a run. */
export type KeyWish = 'confirm' | 'pause' | 'go-on' | 'stop' | 'interrupt';

const keys: Readonly<Record<string, KeyWish>> = {
  c: 'confirm',
  p: 'pause',
  g: 'go-on',
  ' ': 'go-on',
  q: 'stop',
  '\u0003': 'interrupt',
};

/** Listens to the keys of the terminal; the result gives the terminal back. */
export function listenToKeys(tell: (wish: KeyWish) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  const take = (bytes: Buffer): void => {
    for (const character of bytes.toString()) {
      const wish = keys[character.toLowerCase()];
      if (wish !== undefined) tell(wish);
    }
  };
  stdin.setRawMode(true);
  stdin.on('data', take);
  const giveBack = (): void => {
    stdin.off('data', take);
    stdin.setRawMode(false);
    stdin.pause();
  };
  process.once('exit', giveBack);
  return () => {
    process.off('exit', giveBack);
    giveBack();
  };
}
