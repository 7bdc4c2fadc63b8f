import type { SystemBooking } from '@/lib/booking/views';
import { thingsToBring } from '@/lib/documents/bring-rules';
import { formatCents, formatClock, formatDay, LANGUAGE_TAGS } from '@/lib/i18n/format';
import { type Translator, translator } from '@/lib/i18n/translator';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import type { LineCode, QuoteLine } from '@/lib/pricing/types';
import type { SailingForSale } from '@/lib/sailings/types';
import { legName } from './leg-name';

type Pair = readonly [string, string];
type Group = 'crossing' | 'cabins' | 'meals' | 'dues';

/** Under which heading of the letter a line of the quote is counted. */
function groupOf(code: LineCode): Group {
  if (code === 'cabin' || code === 'seat') return 'cabins';
  if (code === 'meal') return 'meals';
  return code === 'port-dues' || code === 'tunisia-levy' || code === 'ets' || code === 'tax'
    ? 'dues'
    : 'crossing';
}

/** What was paid, in a few rows that add up to the total: each crossing for the party, then the rest by kind. */
export function sumsOf(booking: SystemBooking, locale: Locale) {
  const t = translator(locale, 'emails');
  const { quote, legs } = booking;
  const sum = (keep: (line: QuoteLine) => boolean) =>
    quote.lines.filter(keep).reduce((cents, line) => cents + line.totalCents, 0);
  const party = partyOf(booking, t);
  const rows: [label: string, cents: number][] = [
    ...legs.map(({ position }): [string, number] => [
      `${legName(position, legs, locale)}, ${party}`,
      sum((line) => line.leg === position && groupOf(line.code) === 'crossing'),
    ]),
    ...(['cabins', 'meals', 'dues'] as const).map((group): [string, number] => [
      t(`paid.${group}`),
      sum((line) => groupOf(line.code) === group),
    ]),
  ];
  return {
    title: t('paid.title'),
    rows: rows
      .filter(([, cents]) => cents !== 0)
      .map(([label, cents]): Pair => [label, formatCents(cents, locale)]),
    total: [t('paid.total'), formatCents(quote.totalCents, locale)] as const,
  };
}

/** « 2 adultes, 1 enfant, 1 véhicule ». */
function partyOf(booking: SystemBooking, t: Translator): string {
  const count = (type: string) => booking.passengers.filter((passenger) => passenger.type === type).length;
  const members: [string, number][] = [
    ['adults', count('adult')],
    ['children', count('child')],
    ['infants', count('infant')],
    ['vehicles', booking.vehicles.length],
    ['pets', booking.pets],
  ];
  return members
    .filter(([, n]) => n > 0)
    .map(([who, n]) => t(`party.${who}`, { n }))
    .join(', ');
}

/** When to be at which port, and what to have along. */
export function adviceOf(booking: SystemBooking, sailings: readonly SailingForSale[], locale: Locale) {
  const t = translator(locale, 'emails');
  const ports = booking.legs.flatMap((leg): Pair[] => {
    const sailing = sailings.find((each) => each.id === leg.sailingId);
    if (!sailing) return [];
    const { from, terminal } = sailing;
    const at = isoWithOffset(checkInClosesAt(sailing, booking.vehicles.length > 0), from.timeZone);
    const when = { time: formatClock(at, locale), day: formatDay(at, locale, 'medium') };
    return [
      [
        t('advice.port', { port: from.names[locale] }),
        t('advice.checkIn', { ...when, terminal: terminal[locale] }),
      ],
    ];
  });
  const things = thingsToBring(booking).map((thing) => t(`bring.${thing}`));
  const list = new Intl.ListFormat(LANGUAGE_TAGS[locale], { type: 'conjunction' }).format(things);
  return { title: t('advice.title'), points: [...ports, [t('advice.bring'), `${list}.`] as const] };
}
