import type { IconName } from '@/components/ui/icon';
import { co2Text } from '@/lib/i18n/co2-text';
import { formatCents, formatDay, formatTime } from '@/lib/i18n/format';
import { lineText } from '@/lib/i18n/quote-lines';
import { type Translator, translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { QuoteLine } from '@/lib/pricing/types';
import { forPeople, leftOver } from '@/lib/search/left-rules';
import type { FareOffer, SailingOffer } from '@/lib/search/types';
import type { ChangeView } from './change-view';
import { type CrossingView, crossingView } from './crossing-view';

/*
 * What a card of the result list says, in words. The list is drawn twice, on the server and in the browser, and its
 * data travels once: as these short texts instead of a tree of elements three times as long.
 */

export interface FareView {
  /** `sailingId|family`, of two ships `first+second|family`: the value of its radio button. */
  readonly value: string;
  readonly name: string;
  readonly cents: number;
  readonly total: string;
  readonly perAdult: string;
  /** What its terms allow, or do not. */
  readonly terms: readonly (readonly [allowed: boolean, text: string])[];
  readonly lines: readonly FareLine[];
  /** The same lines ship by ship, where there are two. */
  readonly parts?: readonly FarePart[];
}

type FareLine = readonly [label: string, amount: string];

/** What one of two ships costs. */
export interface FarePart {
  readonly title: string;
  readonly total: string;
  readonly lines: readonly FareLine[];
}

export interface CardView {
  readonly id: string;
  readonly operators: readonly { readonly code: string; readonly name: string }[];
  /** Name of the operator, or of both. */
  readonly operator: string;
  readonly ship: string;
  readonly label: string;
  readonly crossing: CrossingView;
  /** Absent where one sails directly. */
  readonly change?: ChangeView;
  readonly minutes: number;
  /** A cabin is left. */
  readonly cabin: boolean;
  readonly best: boolean;
  /** Why it cannot be chosen; its fares are empty then. */
  readonly gone?: string;
  /** It could not be chosen when the page was made, and now can: how to have it. */
  readonly again?: string | undefined;
  readonly left: readonly (readonly [tone: 'ok' | 'few' | 'full', text: string, fresh?: boolean])[];
  readonly amenities: readonly (readonly [icon: IconName, text: string])[];
  /** What it weighs in CO2 for each of them. */
  readonly co2: string;
  /** « Prix et places relevés à 14:32… »; absent while they are those of now. */
  readonly age?: string;
  readonly fares: readonly FareView[];
  readonly legend: string;
}

/** The words that every card of the list repeats. */
export interface ListTexts {
  readonly soldOut: string;
  readonly best: string;
  /** Before the lowest total. */
  readonly from: string;
  readonly perAdult: string;
  readonly fares: string;
  readonly breakdown: string;
  readonly total: string;
  /** How many are shown, by their number. */
  readonly counts: readonly string[];
}

const AMENITY_ICONS: Readonly<Record<string, IconName>> = {
  restaurant: 'meal',
  cabins: 'cabin',
  seats: 'seat',
  pets: 'pet',
  shop: 'wallet',
  playroom: 'child',
  pool: 'porthole',
};
const TONES = { available: 'ok', limited: 'few', full: 'full' } as const;

/** A sailing in the traveller's words. `portName` names a port by its code. */
export function cardView(offer: SailingOffer, locale: Locale, portName: (code: string) => string): CardView {
  const t = translator(locale, 'search');
  const { operator, ship } = offer;
  const time = formatTime(offer.departsAt);
  const why = offer.missing[0];
  return {
    id: offer.id,
    operators: [operator],
    operator: operator.name,
    ship: ship.name,
    label: t('card', { operator: operator.name, ship: ship.name, time }),
    crossing: crossingView({ ...offer, fromName: portName(offer.from), toName: portName(offer.to) }, locale),
    minutes: offer.durationMinutes,
    cabin: hasCabin(offer),
    best: offer.best,
    ...(why && { gone: t(`soldOut.${why}`) }),
    left: why ? [] : leftOn([offer], t),
    ...ageOf([offer], locale, t),
    amenities: why
      ? []
      : ship.amenities.map((each) => [AMENITY_ICONS[each] ?? 'info', t(`amenities.${each}`)] as const),
    co2: co2Text(offer.co2, locale),
    fares: why ? [] : offer.fares.map((fare) => fareView(offer.id, fare, locale)),
    legend: t('fares.legend', { operator: operator.name, time }),
  };
}

/** How old what is told of these sailings is, where their operator has not answered for a while: the oldest counts. */
export function ageOf(
  sailings: readonly SailingOffer[],
  locale: Locale,
  t: Translator,
): Pick<CardView, 'age'> {
  const states = sailings.map(({ supply }) => supply);
  if (states.every(({ state }) => state === 'current')) return {};
  const [oldest] = states.flatMap(({ answeredAt }) => (answeredAt ? [answeredAt] : [])).sort(byInstant);
  if (!oldest || states.some(({ state }) => state === 'unchecked')) return { age: t('age.unchecked') };
  return { age: t('age.lastKnown', { day: formatDay(oldest, locale), time: formatTime(oldest) }) };
}

const byInstant = (a: string, b: string) => Date.parse(a) - Date.parse(b);

/** True when the party can have a cabin; those for pets are none. */
export function hasCabin({ missing, availability }: SailingOffer): boolean {
  return missing.length === 0 && availability.cabins.some(({ code, left }) => forPeople(code) && left > 0);
}

/** The hour of departure by the port's clock. */
export function departureHour({ departsAt }: Pick<SailingOffer, 'departsAt'>): number {
  return Number.parseInt(formatTime(departsAt), 10);
}

/** Places, vehicle space and cabins: a word for each, and the number where it is small; of two ships what is scarcer. */
export function leftOn(sailings: readonly SailingOffer[], t: Translator): CardView['left'] {
  const ships = sailings.map(({ availability }) => ({
    ...availability,
    cabins: availability.cabins.filter(({ code }) => forPeople(code)),
  }));
  return leftOver(ships).map(([what, how, count]) => [TONES[how], t(`left.${what}.${how}`, { left: count })]);
}

/** A fare in words. `wayId` names the sailing, or both. */
export function fareView(wayId: string, fare: FareOffer, locale: Locale): FareView {
  const t = translator(locale, 'search.fares');
  return {
    value: `${wayId}|${fare.family}`,
    name: t(fare.family),
    cents: fare.totalCents,
    total: formatCents(fare.totalCents, locale),
    perAdult: formatCents(fare.perAdultCents, locale),
    terms: [changeTerm(fare, locale, t), refundTerm(fare, t)],
    lines: linesOf(fare.lines, locale),
  };
}

/** Lines of a quote with their amounts. */
export function linesOf(lines: readonly QuoteLine[], locale: Locale): FareLine[] {
  return lines.map((line) => [lineText(line, locale), formatCents(line.totalCents, locale)]);
}

/** Whether it can be changed, and for how much. */
function changeTerm(
  { conditions }: FareOffer,
  locale: Locale,
  t: Translator,
): readonly [allowed: boolean, text: string] {
  const { changeFeeCents: fee } = conditions;
  if (fee === null) return [false, t('noChange')];
  if (fee === 0) return [true, t('freeChange')];
  return [true, t('change', { fee: formatCents(fee, locale, { whole: fee % 100 === 0 }) })];
}

/** What comes back, from the operator's own grid: its best step. */
function refundTerm({ conditions, cancellation }: FareOffer, t: Translator): readonly [boolean, string] {
  const best = cancellation[0];
  const percent = best ? 100 - best.keptPercent : 0;
  if (!conditions.refundable || !best || percent <= 0) return [false, t('noRefund')];
  return best.hoursBefore >= 48
    ? [true, t('refundDays', { percent, days: Math.ceil(best.hoursBefore / 24) })]
    : [true, t('refundHours', { percent, hours: best.hoursBefore })];
}
