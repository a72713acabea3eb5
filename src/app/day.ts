/** Whether this is a day of the calendar, as YYYY-MM-DD. JavaScript reads 31 February as a day of March. */
export function isDay(written: string): boolean {
  const moment = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(written);
}
