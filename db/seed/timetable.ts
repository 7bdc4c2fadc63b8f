import { addDays, daysBetween, type LocalDate, zonedInstant } from '@/lib/kernel/dates';
import { zoneOf } from './ports';
import { type Loop, ROTATIONS } from './rotations';
import { DIRECTIONS, type Direction } from './routes';
import { inDryDock, seasonOf, weekdayOf } from './seasons';
import { type SeedShip, SHIPS } from './ships';

/** One departure of the timetable, as far as its price goes. */
export interface PlannedDeparture {
  /** `ctn-FRMRS-TNLGN-20270714-1200` */
  readonly id: string;
  readonly direction: Direction;
  readonly ship: SeedShip;
  readonly departureDay: LocalDate;
  /** Clock time of departure, `HH:MM`. */
  readonly time: string;
  readonly minutes: number;
}

/** One sailing of the timetable, before it has a price and stock. */
export interface PlannedSailing extends PlannedDeparture {
  readonly departsAt: Date;
  readonly arrivesAt: Date;
}

/** Loops are counted from here whatever the first day asked for: a later run continues the same timetable. A Monday. */
const EPOCH: LocalDate = '2026-01-05';
/** What was sailed before is counted from here: whole weeks, and an even number of days, earlier. */
const PAST_EPOCH: LocalDate = '2024-01-08';

/** All sailings that leave from `from` up to the day before `until`, in order of departure. */
export function planTimetable(from: LocalDate, until: LocalDate): PlannedSailing[] {
  return departures(EPOCH, from, until)
    .map((departure) => {
      const { departureDay, time, direction, minutes } = departure;
      const departsAt = zonedInstant(departureDay, time, zoneOf(direction.from));
      return { ...departure, departsAt, arrivesAt: new Date(departsAt.getTime() + minutes * 60_000) };
    })
    .sort((a, b) => a.departsAt.getTime() - b.departsAt.getTime() || a.id.localeCompare(b.id));
}

/** What left on days that are over, without its hours: those of the timetable, and before it those of the same loops. */
export function pastDepartures(from: LocalDate, until: LocalDate): PlannedDeparture[] {
  const turn = until < EPOCH ? until : EPOCH;
  return [...departures(PAST_EPOCH, from, turn), ...departures(EPOCH, from, until)];
}

function departures(epoch: LocalDate, from: LocalDate, until: LocalDate): PlannedDeparture[] {
  return SHIPS.flatMap((ship, index) => departuresOf(ship, index, epoch, until)).filter(
    ({ departureDay }) => departureDay >= from && departureDay < until,
  );
}

function departuresOf(ship: SeedShip, index: number, epoch: LocalDate, until: LocalDate): PlannedDeparture[] {
  const planned: PlannedDeparture[] = [];
  let day = epoch;
  while (day < until) {
    const loop = ROTATIONS[ship.code]?.[seasonOf(day)];
    if (loop && startsOn(loop, day) && !inDryDock(index, day, loop.every)) {
      planned.push(...loop.voyages.map((voyage) => departureOf(ship, day, voyage)));
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
  if (loop.every === 2) return Math.abs(daysBetween(EPOCH, day) % 2) === loop.phase;
  return !loop.on || loop.on.includes(weekday);
}

function departureOf(ship: SeedShip, loopDay: LocalDate, voyage: Loop['voyages'][number]): PlannedDeparture {
  const [offset, time, id, ownMinutes] = voyage;
  const direction = DIRECTIONS.get(id);
  const minutes = ownMinutes ?? direction?.route.minutes[ship.operatorCode];
  if (!direction || !minutes) throw new RangeError(`${ship.operatorCode} does not sail ${id}`);
  const departureDay = addDays(loopDay, offset);
  return {
    id: `${ship.operatorCode}-${id}-${departureDay.replaceAll('-', '')}-${time.replace(':', '')}`,
    direction,
    ship,
    departureDay,
    time,
    minutes,
  };
}
