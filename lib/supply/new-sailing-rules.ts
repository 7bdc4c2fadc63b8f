import { wallClock } from '@/lib/kernel/dates';
import { linesOf, newLine } from './line-rules';
import { tariffOf } from './tariff-rules';
import type { KnownSailing, NewSailing, ToldOffer, ToldSailing } from './types';

interface Surroundings {
  readonly shipCode: string;
  /** A sailing of the same company on the same line. */
  readonly like: KnownSailing;
  readonly timeZone: string;
}

/** A sailing that the operator has put on, as ours; null where no tariff of ours gives its prices. */
export function newSailing(
  told: ToldSailing,
  offer: ToldOffer,
  { shipCode, like, timeZone }: Surroundings,
): NewSailing | null {
  const tariff = tariffOf(offer, like.tariff);
  if (!tariff) return null;
  const { operatorCode, routeId, sailingRef, departsAt, arrivesAt, delayMinutes, status } = told;
  const local = wallClock(departsAt, timeZone);
  const departureDay = local.slice(0, 10);
  const id = [
    operatorCode,
    routeId,
    departureDay.replaceAll('-', ''),
    local.slice(11, 16).replace(':', ''),
  ].join('-');
  return {
    id,
    sailingRef,
    routeId,
    operatorCode,
    shipCode,
    departureDay,
    departsAt,
    arrivesAt,
    delayMinutes,
    status,
    tariff,
    stock: linesOf(offer).map((line) => newLine(id, line)),
  };
}
