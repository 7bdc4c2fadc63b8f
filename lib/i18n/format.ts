import type { Locale } from '@/lib/kernel/locale';

/** BCP 47 tags used for numbers and dates. */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB', it: 'it-IT' };

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/* Making a formatter takes a hundred times as long as using it, and a page of results uses two hundred. */

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { ...options, timeZone: 'UTC' });
  dateFormats.set(key, made);
  return made;
}

function numberFormat(locale: Locale, digits?: number): Intl.NumberFormat {
  const key = `${locale}${digits}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LANGUAGE_TAGS[locale], {
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    useGrouping: 'always',
  });
  numberFormats.set(key, made);
  return made;
}

/** The narrow no-break space of CLDR is not in our font: use the plain no-break space, also before €. */
function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}

/** `749,16 €` in every language: the currency follows the figure (docs/decisions), and what is taken off has a minus sign, not a hyphen. Input in cents; `whole` rounds up to euros, so that no price looks lower than what is paid. */
export function formatCents(cents: number, locale: Locale, options: { whole?: boolean } = {}): string {
  const euros = options.whole ? Math.ceil(cents / 100) : cents / 100;
  const number = numberFormat(locale, options.whole ? 0 : 2).format(euros);
  return `${printable(number).replace('-', '\u2212')}\u00a0€`;
}

/** `90 %` in French, `90%` in English and Italian. */
export function formatPercent(percent: number, locale: Locale): string {
  return locale === 'fr' ? `${percent}\u00a0%` : `${percent}%`;
}

type DateStyle = 'brief' | 'short' | 'medium' | 'long' | 'numeric';
const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  brief: { day: 'numeric', month: 'short' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  medium: { weekday: 'long', day: 'numeric', month: 'long' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  numeric: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** A calendar day in words: `mer. 14 juil.` (short). Input `YYYY-MM-DD` or an ISO instant with offset: its own wall-clock day is shown. */
export function formatDay(day: string, locale: Locale, style: DateStyle = 'short'): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  const parts = dateFormat(locale, DATE_STYLES[style])
    .formatToParts(date)
    .map(({ type, value }) => {
      return type === 'day' && value === '1' ? firstOfMonth(locale, style) : value;
    });
  return printable(parts.join(''));
}

/** A month in words: `juillet 2027`, or `juil.` for little room. Input `YYYY-MM`. */
export function formatMonth(month: string, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const options = { month: style, ...(style === 'long' && { year: 'numeric' as const }) };
  return dateFormat(locale, options).format(new Date(`${month}-01T12:00:00Z`));
}

/** `mer.` and `mercredi`. Input: 0 for Monday to 6 for Sunday. */
export function formatWeekday(weekday: number, locale: Locale, style: 'long' | 'short'): string {
  // 4 January 2027 is a Monday.
  return dateFormat(locale, { weekday: style }).format(Date.UTC(2027, 0, 4 + weekday));
}

/** A figure: `2 400` and `15,6` in French; with `digits`, that many after the comma. */
export function formatNumber(value: number, locale: Locale, digits?: number): string {
  return printable(numberFormat(locale, digits).format(value));
}

/**
 * The first of a month, which CLDR writes as a plain 1: French prints the ordinal wherever the month is a word, also
 * abbreviated; Italian in prose (Treccani: « il 1° aprile »), and keeps the plain figure in short labels.
 */
function firstOfMonth(locale: Locale, style: DateStyle): string {
  if (locale === 'fr') return '1er';
  return locale === 'it' && style !== 'short' ? '1º' : '1';
}

/** The wall-clock time of an ISO instant with offset: `17:30`. */
export function formatTime(isoWithOffset: string): string {
  return isoWithOffset.slice(11, 16);
}

/** The same as prose writes it: `14 h 30` and `14 h` in French, `14:30` elsewhere. */
export function formatClock(isoWithOffset: string, locale: Locale): string {
  const [hours = '', minutes = ''] = formatTime(isoWithOffset).split(':');
  if (locale !== 'fr') return `${hours}:${minutes}`;
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** A span of crossings in whole hours: `21 à 22 h`; `22 h` where they are alike. */
export function formatHours(minMinutes: number, maxMinutes: number, locale: Locale): string {
  const [min, max] = [Math.round(minMinutes / 60), Math.round(maxMinutes / 60)];
  const word = { fr: 'à', en: 'to', it: '–' }[locale];
  return min === max ? `${min}\u00a0h` : `${min}\u00a0${word}\u00a0${max}\u00a0h`;
}

/** A duration from minutes: `21 h`, `40 min`, French `21 h 30`, others `21 h 30 min`. */
export function formatDuration(minutes: number, locale: Locale): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  if (rest === 0) return `${hours}\u00a0h`;
  const mm = String(rest).padStart(2, '0');
  return locale === 'fr' ? `${hours}\u00a0h\u00a0${mm}` : `${hours}\u00a0h\u00a0${mm}\u00a0min`;
}
