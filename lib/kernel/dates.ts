/** A calendar day at a place, `YYYY-MM-DD`. Carries no time zone: the port gives it. */
export type LocalDate = string;

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is a day that exists (2027-02-29 is not). */
export function isLocalDate(text: string): boolean {
  const match = LOCAL_DATE.exec(text);
  if (!match) return false;
  const [, y, m, d] = match;
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  return date.toISOString().slice(0, 10) === text;
}

/** The day `days` after (or before, when negative) a day. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Full years completed on `onDay` by someone born on `birthDate`; a 29 February birthday completes on 1 March. */
export function ageOn(birthDate: LocalDate, onDay: LocalDate): number {
  const years = Number(onDay.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return onDay.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

const partsFormats = new Map<string, Intl.DateTimeFormat>();

function partsFormat(timeZone: string): Intl.DateTimeFormat {
  let format = partsFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    partsFormats.set(timeZone, format);
  }
  return format;
}

/** Wall-clock reading of an instant in a time zone: `2027-07-14T17:30:00`. */
export function wallClock(instant: Date, timeZone: string): string {
  const p: Record<string, string> = {};
  for (const part of partsFormat(timeZone).formatToParts(instant)) p[part.type] = part.value;
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}`;
}

/** The calendar day of an instant at a place. */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  return wallClock(instant, timeZone).slice(0, 10);
}

/** Minutes that the zone is ahead of UTC at that instant (120 for Paris in July). */
export function offsetMinutes(instant: Date, timeZone: string): number {
  return Math.round((Date.parse(`${wallClock(instant, timeZone)}Z`) - instant.getTime()) / 60_000);
}

/** ISO 8601 with the zone's own offset: `2027-07-14T17:30:00+02:00`. */
export function isoWithOffset(instant: Date, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const abs = Math.abs(offset);
  const hh = String(Math.floor(abs / 60)).padStart(2, '0');
  const mm = String(abs % 60).padStart(2, '0');
  return `${wallClock(instant, timeZone)}${offset < 0 ? '-' : '+'}${hh}:${mm}`;
}

/** An ISO instant so many minutes later, on the same clock: its offset stays. */
export function minutesLater(iso: string, minutes: number): string {
  const local = Date.parse(`${iso.slice(0, 19)}Z`) + minutes * 60_000;
  return `${new Date(local).toISOString().slice(0, 19)}${iso.slice(19)}`;
}

/**
 * The instant at which clocks at the place read `day` and `time` (`HH:MM`).
 * A reading skipped by a clock change gives the instant one hour later; one that occurs twice gives the first.
 */
export function zonedInstant(day: LocalDate, time: string, timeZone: string): Date {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const before = offsetMinutes(new Date(naive - 86_400_000), timeZone);
  const first = new Date(naive - before * 60_000);
  if (wallClock(first, timeZone).slice(0, 16) === `${day}T${time}`) return first;
  const after = offsetMinutes(new Date(naive + 86_400_000), timeZone);
  const second = new Date(naive - after * 60_000);
  if (wallClock(second, timeZone).slice(0, 16) === `${day}T${time}`) return second;
  return first;
}
