const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks at a place read: `2027-07-14T17:30`. */
export function wallClock(ms: number, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options);
  formats.set(zone, format);
  return format.format(ms).replace(' ', 'T');
}

/** The calendar day at a place. */
export function dayAt(ms: number, zone: string): string {
  return wallClock(ms, zone).slice(0, 10);
}
