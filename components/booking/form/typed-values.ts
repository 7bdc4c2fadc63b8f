import { isLocalDate, type LocalDate } from '@/lib/kernel/dates';

/**
 * A day as people type it, day first: `9/3/1988`, `09.03.1988`, `09 03 1988`, `09031988`; also `1988-03-09`.
 * The year has four figures: two could be either century. Null when it is no such day.
 */
export function dayOf(typed: string): LocalDate | null {
  const trimmed = typed.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const spelt =
    /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  return spelt ? existing(spelt[3], spelt[2], spelt[1]) : null;
}

function existing(year = '', month = '', day = ''): LocalDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
}

/** `1988-03-09` as it stands in a field: `09/03/1988`. */
export function typedDay(day: LocalDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * Metres as people type them, to centimetres: `4,35`, `4.35 m`, `4 m 35`; `435` or `435 cm` is taken for centimetres.
 * Null when it is no length between 10 cm and 30 m.
 */
export function centimetresOf(typed: string): number | null {
  const text = typed.trim().toLowerCase().replaceAll(',', '.').replaceAll(/\s+/g, '');
  const split = /^(\d{1,2})m(\d{1,2})$/.exec(text);
  const plain = /^(\d{1,4}(?:\.\d{1,3})?)(m|cm)?$/.exec(text);
  if (split) return inRange(Number(split[1]) * 100 + Number((split[2] ?? '').padEnd(2, '0')));
  if (!plain) return null;
  const value = Number(plain[1]);
  const isCentimetres = plain[2] === 'cm' || (plain[2] !== 'm' && value > 30);
  return inRange(Math.round(isCentimetres ? value : value * 100));
}

function inRange(centimetres: number): number | null {
  return centimetres >= 10 && centimetres <= 3000 ? centimetres : null;
}

/** Centimetres as they stand in a field: `4,35`, with the point in English. */
export function typedMetres(centimetres: number, decimal: ',' | '.'): string {
  return (centimetres / 100).toFixed(2).replace('.', decimal);
}

/** A registration as it is stored: capitals, figures and single hyphens. */
export function plateOf(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s.·]+/g, '-')
    .replaceAll(/-{2,}/g, '-');
}

/** A name without stray spaces; capitals and accents are the traveller's own. */
export function nameOf(typed: string): string {
  return typed.trim().replaceAll(/\s+/g, ' ');
}
