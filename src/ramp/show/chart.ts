const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A small chart of the newest values, as high as the highest of them; what was not measured leaves a gap. */
export function sparkline(values: readonly (number | undefined)[], width: number): string {
  const shown = values.slice(-width);
  const most = shown.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  return shown
    .map((value) => {
      if (value === undefined || !Number.isFinite(value)) return ' ';
      return bars[most === 0 ? 0 : Math.min(7, Math.floor((value / most) * 7.999))] ?? ' ';
    })
    .join('');
}
