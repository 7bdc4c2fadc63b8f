import { localDateOf } from '@/lib/kernel/dates';
import { isSame } from '@/lib/kernel/same';
import { lineChanges, newLinesOf } from './line-rules';
import { newSailing } from './new-sailing-rules';
import { tariffOf } from './tariff-rules';
import type { Differences, KnownSailing, NotFollowed, SailingPatch, ToldOffer, ToldSailing } from './types';

/** One direction: what we have of some companies, and what they tell of it. */
export interface Compared {
  /** Our sailings that have not left. */
  readonly known: readonly KnownSailing[];
  readonly timetable: readonly ToldSailing[];
  readonly offers: readonly ToldOffer[];
  readonly ships: readonly { readonly code: string; readonly operatorCode: string; readonly name: string }[];
  /** Of the port of departure. */
  readonly timeZone: string;
  readonly now: Date;
  /**
   * True when `known` and what is told are all there is. Of a part it is not known whether a sailing is new or gone or
   * has only moved to another day.
   */
  readonly isWhole: boolean;
}

/**
 * What has to be written so that what we have is what the operator tells. Nothing where it is already. A sailing that
 * is not told any more, or told without an offer, is not cancelled: nothing is left of it, until it is told again.
 */
export function compare(compared: Compared): Differences {
  const { known, timetable, offers, ships, timeZone, now, isWhole } = compared;
  const findKnown = finder(known);
  const offerOf = new Map(offers.map((offer) => [offer.sailing.sailingRef, offer]));
  const shipOf = new Map(ships.map((ship) => [`${ship.operatorCode} ${ship.name}`, ship.code]));
  const into = {
    patches: [] as SailingPatch[],
    lines: [] as Differences['lines'][number][],
    newLines: [] as Differences['newLines'][number][],
    added: [] as Differences['added'][number][],
    notFollowed: [] as NotFollowed[],
  };
  const told = new Set<string>();

  for (const sailing of timetable) {
    const ours = findKnown(sailing);
    const offer = offerOf.get(sailing.sailingRef);
    const shipCode = shipOf.get(`${sailing.operatorCode} ${sailing.shipName}`);
    const refuse = (why: NotFollowed['why']) =>
      into.notFollowed.push({ sailingRef: sailing.sailingRef, why });
    if (!shipCode) refuse('unknown-ship');
    if (!ours) {
      if (!isWhole || !offer || !shipCode || sailing.departsAt <= now) continue;
      const like = known.find(({ operatorCode }) => operatorCode === sailing.operatorCode);
      const added = like && newSailing(sailing, offer, { shipCode, like, timeZone });
      if (added) into.added.push(added);
      else refuse(like ? 'no-price-like-ours' : 'nothing-to-go-by');
      continue;
    }
    told.add(ours.id);
    const tariff = offer && tariffOf(offer, ours.tariff);
    if (tariff === null) refuse('no-price-like-ours');
    const patch = patchOf(ours, sailing, shipCode ?? ours.shipCode, timeZone);
    const repriced = tariff && !isSame(tariff, ours.tariff) ? { tariff } : {};
    if (patch || 'tariff' in repriced) into.patches.push({ ...named(ours), ...patch, ...repriced });
    // Of a cancelled sailing nothing is sold, whatever is left of it.
    if (sailing.status === 'cancelled') continue;
    into.lines.push(...lineChanges(ours, offer));
    if (offer) into.newLines.push(...newLinesOf(ours, offer));
  }
  if (isWhole) {
    for (const ours of known) if (!told.has(ours.id)) into.lines.push(...lineChanges(ours, undefined));
  }
  return into;
}

/** Finds ours by the operator's name for it; one that has no such name yet, by company and hour. */
function finder(known: readonly KnownSailing[]) {
  const byRef = new Map<string, KnownSailing>();
  const byHour = new Map<string, KnownSailing>();
  for (const sailing of known) {
    if (sailing.sailingRef !== null) byRef.set(sailing.sailingRef, sailing);
    else byHour.set(`${sailing.operatorCode} ${sailing.departsAt.getTime()}`, sailing);
  }
  return ({ sailingRef, operatorCode, departsAt }: ToldSailing) =>
    byRef.get(sailingRef) ?? byHour.get(`${operatorCode} ${departsAt.getTime()}`);
}

const named = ({ id, routeId, departureDay }: KnownSailing) => ({ id, routeId, day: departureDay });

/** Name, hours, delay, ship and status where they differ; null where none does. */
function patchOf(
  ours: KnownSailing,
  told: ToldSailing,
  shipCode: string,
  timeZone: string,
): Partial<SailingPatch> | null {
  const moved = told.departsAt.getTime() !== ours.departsAt.getTime();
  const patch = {
    ...(told.sailingRef !== ours.sailingRef && { sailingRef: told.sailingRef }),
    ...(shipCode !== ours.shipCode && { shipCode }),
    ...(moved && { departsAt: told.departsAt, departureDay: localDateOf(told.departsAt, timeZone) }),
    ...(told.arrivesAt.getTime() !== ours.arrivesAt.getTime() && { arrivesAt: told.arrivesAt }),
    ...(told.delayMinutes !== ours.delayMinutes && { delayMinutes: told.delayMinutes }),
    ...(told.status !== ours.status && { status: told.status }),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}
