import { addDays } from '@/lib/kernel/dates';

/** An address, and how a browser asks for it. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const LINES = ['FRMRS-TNLGN', 'FRMRS-FRBIA', 'FRTLN-FRBIA', 'ITGOA-TNLGN', 'FRMRS-DZALG', 'FRNCE-FRBIA'];
const PARTIES = ['2-1-0-0.car', '1-0-0-0.none', '2-0-0-0.none', '2-2-0-0.car', '2-0-0-1.suv'];
const LOCALES = ['fr', 'fr', 'fr', 'it', 'en'];

/**
 * What many visitors ask for: the home page, then a search, sometimes another day of it; a few lines and days are what
 * most look for, as in life. The same for the same seed.
 */
export function visits(count: number, today: string, seed = 1): Asked[] {
  const random = numbers(seed);
  /** Of things in the order of their fame, each half as wanted as the one before, roughly. */
  const famous = <T>(things: readonly T[]): T => things[Math.floor(things.length * random() ** 2.5)] as T;
  const days = Array.from({ length: 40 }, (_, index) => addDays(today, 14 + 3 * index));
  const html = { 'accept-encoding': 'br', accept: 'text/html' };
  const asked: Asked[] = [];
  for (let visitor = 0; visitor < count; visitor++) {
    const locale = famous(LOCALES);
    asked.push({ path: `/${locale}`, headers: html });
    const [line, party] = [famous(LINES), famous(PARTIES)];
    let day = famous(days);
    for (let searches = 1 + Math.floor(random() * 3); searches > 0; searches--) {
      asked.push({ path: `/${locale}/search/${line}/${day}/one-way/${party}`, headers: html });
      day = addDays(day, 1);
    }
  }
  return asked;
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
