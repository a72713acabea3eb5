import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Letters that sort by time, and enough chance that no two processes make the same. */
export function newIncidentId(at: number): string {
  let time = '';
  for (let left = Math.max(0, Math.floor(at)), place = 0; place < 9; place++, left = Math.floor(left / 32))
    time = (alphabet[left % 32] ?? '0') + time;
  const chance = [...randomBytes(10)].map((byte) => alphabet[byte % 32] ?? '0').join('');
  return `inc_${time}${chance}`;
}
