import { inTransaction } from '@/db/transaction';
import { recordEvents } from '@/lib/events/record-event';
import { relaySoon } from '@/lib/events/relay-outbox';
import { sailingChanges } from '@/lib/inventory/announce-stock';
import type { Context } from '@/lib/kernel/context';
import type { LocalDate } from '@/lib/kernel/dates';
import { readNetwork } from '@/lib/network/queries';
import type { OperatorProblem } from '@/lib/operators/answer';
import type { OperatorPort } from '@/lib/operators/port';
import { logger } from '@/lib/platform/logger';
import { compare } from './compare-rules';
import { type Asked, knownSailings, noteRead } from './repository';
import type { Differences, KnownSailing, NotFollowed } from './types';
import { writeDifferences } from './write-repository';

/** A system that sells, and the companies for which it answers. */
export interface Supplier {
  readonly port: Pick<OperatorPort, 'code' | 'timetable' | 'offers'>;
  readonly companies: readonly string[];
}

/** One direction on some days; `isWhole` when these are all days that we sell. */
export interface Direction {
  readonly routeId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly isWhole: boolean;
}

/** What a look at an operator has changed here. */
export interface Synced {
  /** Rows of sailings, stock and names; none where all was as told. */
  readonly rows: number;
  readonly sailings: number;
  /** Sailings whose price may be another now. */
  readonly repriced: readonly string[];
  /** Days whose pages show something else now. */
  readonly days: readonly { readonly routeId: string; readonly day: LocalDate }[];
  /** How old its figures are is shown otherwise now, on all pages of the direction. */
  readonly aged: boolean;
  /** Why there was nothing to compare. */
  readonly problem?: OperatorProblem['kind'];
}

const NOTHING: Synced = { rows: 0, sailings: 0, repriced: [], days: [], aged: false };

/**
 * Asks an operator what it has in a direction and makes ours the same: writes what differs and announces it, and
 * nothing else. Again is no error. Without an answer everything stays as it was last told.
 */
export async function syncDirection(
  ctx: Context,
  { port, companies }: Supplier,
  direction: Direction,
): Promise<Synced> {
  const { routeId, from, to, isWhole } = direction;
  const asked: Asked = { supplier: port.code, companies, routeId, from, to };
  // Before the operator is asked: what is sold here in between is in its figures, or comes off them.
  const [known, network] = await Promise.all([knownSailings(asked, ctx.now), readNetwork()]);
  const query = { routeId, from, to };
  const [timetable, offers] = await Promise.all([port.timetable(query), port.offers(query)]);
  const failed = timetable.ok ? (offers.ok ? null : offers.problem) : timetable.problem;
  // That nothing sails any more is told sailing by sailing; an empty list is a mistake.
  const isEmpty = timetable.ok && timetable.value.length === 0 && known.length > 0 && isWhole;
  const problem = failed?.kind ?? (isEmpty ? 'wrong-answer' : null);
  // A look at a day says nothing of the others.
  const aged = isWhole && (await noteRead(asked, ctx.now, problem));
  if (problem !== null || !timetable.ok || !offers.ok) {
    logger.warn({ supplier: port.code, routeId, problem }, 'an operator did not tell what it has');
    return { ...NOTHING, aged, ...(problem && { problem }) };
  }
  const differences = compare({
    known,
    timetable: timetable.value.filter(({ operatorCode }) => companies.includes(operatorCode)),
    offers: offers.value,
    ships: [...network.ships.values()],
    timeZone: network.ports.get(routeId.slice(0, 5))?.timeZone ?? 'UTC',
    now: ctx.now,
    isWhole,
  });
  tell(port.code, routeId, differences.notFollowed);
  return { ...(await write(ctx, port.code, known, differences)), aged };
}

async function write(
  ctx: Context,
  supplier: string,
  known: readonly KnownSailing[],
  differences: Differences,
): Promise<Synced> {
  const { patches, lines, newLines, added } = differences;
  if (patches.length + lines.length + newLines.length + added.length === 0) return NOTHING;
  const seen = patches.filter(({ id, routeId, day, sailingRef, ...rest }) => Object.keys(rest).length > 0);
  const { rows, changed } = await inTransaction(async (tx) => {
    const { rows, restocked } = await writeDifferences(tx, supplier, differences, ctx.now);
    const ids = new Set([...restocked, ...seen.map(({ id }) => id)]);
    const changed = [
      ...known
        .filter(({ id }) => ids.has(id))
        .map((sailing) => ({ ...sailing, ...patchOf(seen, sailing.id) })),
      ...added,
    ];
    await recordEvents(tx, sailingChanges(ctx.now, changed));
    return { rows, changed };
  });
  relaySoon();
  const days = [
    ...seen.flatMap(({ routeId, day, departureDay }) =>
      [day, departureDay].flatMap((each) => (each ? [{ routeId, day: each }] : [])),
    ),
    ...added.map(({ routeId, departureDay }) => ({ routeId, day: departureDay })),
  ];
  // What is left on deck moves a price too.
  return { ...NOTHING, rows, sailings: changed.length, repriced: changed.map(({ id }) => id), days };
}

function patchOf(patches: Differences['patches'], sailingId: string): { departureDay?: string } {
  const departureDay = patches.find(({ id }) => id === sailingId)?.departureDay;
  return departureDay ? { departureDay } : {};
}

function tell(supplier: string, routeId: string, notFollowed: readonly NotFollowed[]): void {
  if (notFollowed.length === 0) return;
  const [first] = notFollowed;
  logger.warn(
    { supplier, routeId, count: notFollowed.length, first },
    'what an operator tells of some sailings is not followed',
  );
}
