import { addDays, daysBetween, type LocalDate, zonedInstant } from '@/lib/kernel/dates';
import { zoneOf } from './ports';
import { type Loop, ROTATIONS } from './rotations';
import { DIRECTIONS, type Direction } from './routes';
import { inDryDock, seasonOf, weekdayOf } from './seasons';
import { type SeedShip, SHIPS } from './ships';

/** One sailing of the timetable, before it has a price and stock. */
export interface PlannedSailing {
  /** `ctn-FRMRS-TNLGN-20270714-1200` */
  readonly id: string;
  readonly direction: Direction;
  readonly ship: SeedShip;
  readonly departureDay: LocalDate;
  /** Clock time of departure, `HH:MM`. */
  readonly time: string;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
}

/** Loops are counted from here whatever the first day asked for: a later run continues the same timetable. A Monday. */
const EPOCH: LocalDate = '2026-01-05';

/** All sailings that leave from `from` up to the day before `until`, in order of departure. */
export function planTimetable(from: LocalDate, until: LocalDate): PlannedSailing[] {
  return SHIPS.flatMap((ship, index) => planShip(ship, index, until))
    .filter((sailing) => sailing.departureDay >= from && sailing.departureDay < until)
    .sort((a, b) => a.departsAt.getTime() - b.departsAt.getTime() || a.id.localeCompare(b.id));
}

function planShip(ship: SeedShip, index: number, until: LocalDate): PlannedSailing[] {
  const planned: PlannedSailing[] = [];
  let day = EPOCH;
  while (day < until) {
    const loop = ROTATIONS[ship.code]?.[seasonOf(day)];
    if (loop && startsOn(loop, day) && !inDryDock(index, day, loop.every)) {
      planned.push(...loop.voyages.map((voyage) => plan(ship, day, voyage)));
      day = addDays(day, loop.every);
    } else {
      day = addDays(day, 1);
    }
  }
  return planned;
}

function startsOn(loop: Loop, day: LocalDate): boolean {
  const weekday = weekdayOf(day);
  if (loop.every === 7) return weekday === 0;
  if (loop.every === 2) return daysBetween(EPOCH, day) % 2 === loop.phase;
  return !loop.on || loop.on.includes(weekday);
}

function plan(ship: SeedShip, loopDay: LocalDate, [offset, time, id, ownMinutes]: Loop['voyages'][number]) {
  const direction = DIRECTIONS.get(id);
  const minutes = ownMinutes ?? direction?.route.minutes[ship.operatorCode];
  if (!direction || !minutes) throw new RangeError(`${ship.operatorCode} does not sail ${id}`);
  const departureDay = addDays(loopDay, offset);
  const departsAt = zonedInstant(departureDay, time, zoneOf(direction.from));
  return {
    id: `${ship.operatorCode}-${id}-${departureDay.replaceAll('-', '')}-${time.replace(':', '')}`,
    direction,
    ship,
    departureDay,
    time,
    departsAt,
    arrivesAt: new Date(departsAt.getTime() + minutes * 60_000),
  };
}
