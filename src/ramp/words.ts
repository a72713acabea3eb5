export { durationText } from '../causes/retry.ts';

/** A number as it is read fastest: `1,204`, `12.5`, `0.31`. */
export function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** A share as a percentage. */
export function percentText(share: number): string {
  return `${numberText(share * 100)} %`;
}
