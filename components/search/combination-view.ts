import { co2Text } from '@/lib/i18n/co2-text';
import { formatCents, formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { type Translator, translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import type { Combination, FareOffer, SailingOffer } from '@/lib/search/types';
import { ageOf, type CardView, type FarePart, fareView, hasCabin, leftOn, linesOf } from './card-view';
import type { ShipView } from './change-view';
import { crossingView } from './crossing-view';

type Term = CardView['fares'][number]['terms'][number];

/** Two ships as one card of the list, in the traveller's words. */
export function combinationView(
  offer: Combination,
  withVehicle: boolean,
  locale: Locale,
  portName: (code: string) => string,
): CardView {
  const t = translator(locale, 'search');
  const { sailings, transfer } = offer;
  const operators = [...new Map(sailings.map(({ operator }) => [operator.code, operator])).values()];
  const names = operators.map(({ name }) => name).join(' + ');
  const time = formatTime(offer.departsAt);
  const ends = { fromName: portName(offer.from), toName: portName(offer.to) };
  const ships = sailings.map((sailing) => shipView(sailing, locale, portName)) as [ShipView, ShipView];
  return {
    id: offer.id,
    operators,
    operator: names,
    ship: sailings.map(({ ship }) => ship.name).join(', '),
    label: t('transfer.card', { operators: names, time, port: portName(transfer.port) }),
    crossing: crossingView({ ...offer, ...ends, transfers: 1 }, locale),
    change: {
      ships,
      where: t('transfer.where', { port: portName(transfer.port) }),
      wait: t('transfer.wait', { duration: formatDuration(transfer.waitMinutes, locale) }),
      notes: notesOf(offer, withVehicle, t),
    },
    minutes: offer.durationMinutes,
    cabin: sailings.every(hasCabin),
    best: offer.best,
    left: leftOn(sailings, t),
    ...ageOf(sailings, locale, t),
    amenities: [],
    co2: co2Text(offer.co2, locale),
    fares: offer.fares.map((fare) => {
      const view = fareView(offer.id, fare, locale);
      const [change, refund] = view.terms as [Term, Term];
      const terms = [
        change,
        isRefundedPartly(offer, fare) ? ([true, t('transfer.refund')] as const) : refund,
      ];
      return { ...view, terms, parts: partsOf(fare, ships, locale) };
    }),
    legend: t('fares.legend', { operator: names, time }),
  };
}

/** One of the two crossings gives money back and the other none. */
function isRefundedPartly({ sailings }: Combination, { family }: FareOffer): boolean {
  const fares = sailings.map((sailing) => sailing.fares.find((each) => each.family === family));
  return (
    fares.some((fare) => fare?.conditions.refundable) && !fares.every((fare) => fare?.conditions.refundable)
  );
}

function notesOf({ transfer }: Combination, withVehicle: boolean, t: Translator): string[] {
  return [
    t(withVehicle ? 'transfer.again-vehicle' : 'transfer.again-foot'),
    ...(transfer.crossesBorder ? [t('transfer.border')] : []),
    ...(transfer.changesTerminal ? [t('transfer.terminal')] : []),
  ];
}

function shipView(sailing: SailingOffer, locale: Locale, portName: (code: string) => string): ShipView {
  const moment = (at: string) => ({ at, time: formatTime(at), day: formatDay(at, locale) });
  return {
    id: sailing.id,
    ports: `${portName(sailing.from)}\u00a0– ${portName(sailing.to)}`,
    ship: `${sailing.operator.name}, ${sailing.ship.name}`,
    departs: moment(sailing.departsAt),
    arrives: moment(sailing.arrivesAt),
    duration: formatDuration(sailing.durationMinutes, locale),
  };
}

/** The breakdown of a fare, ship by ship. */
function partsOf({ lines }: FareOffer, ships: readonly ShipView[], locale: Locale): FarePart[] {
  return ships.map(({ ports }, leg) => {
    const own = lines.filter((line) => line.leg === leg);
    const cents = own.reduce((sum, line) => sum + line.totalCents, 0);
    return { title: ports, total: formatCents(cents, locale), lines: linesOf(own, locale) };
  });
}
