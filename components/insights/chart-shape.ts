import type { DatedPrice, PriceInsight } from '@/lib/insights/types';
import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';

/** Where things stand on a square of 100 by 100, which is drawn as wide and as high as there is room. */
export interface ChartShape {
  /** Prices as steps; nothing where nobody looked or nothing was sold. */
  readonly line: string;
  /** What lies below them. */
  readonly area: string;
  /** Prices of the grid in cents, from the top down, evenly spaced. */
  readonly grid: readonly number[];
  readonly at: (price: DatedPrice) => { readonly x: number; readonly y: number };
}

/** Steps of the grid, in cents: whole euros that people count in. */
const STEPS = [100, 200, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 20_000, 50_000] as const;
const MOST_STEPS = 4;
/** The least that a chart spans, in cents: its labels are whole euros, and a movement of cents is to look like one. */
const LEAST_SPAN = 1_000;

type Moved = Pick<PriceInsight, 'runs' | 'now' | 'low' | 'high'>;

/** The movement of a price, from the first day on which it was seen to today. */
export function chartShape({ runs, now, low, high }: Moved): ChartShape {
  const first = runs[0]?.observedFrom ?? now.day;
  const span = Math.max(1, daysBetween(first, now.day));
  const grid = gridFor(low.cents, high.cents);
  const [top = 0, bottom = 0] = [grid[0], grid.at(-1)];
  const x = (day: LocalDate) => short((daysBetween(first, day) / span) * 100);
  const y = (cents: number) => short(((top - cents) / (top - bottom)) * 100);
  const pieces: { from: number; path: string; to: number }[] = [];
  let goesOn = false;
  for (const [index, { cents, observedFrom, observedUntil }] of runs.entries()) {
    // A step lasts until the next look: the next run's, or today's.
    const next = runs[index + 1]?.observedFrom ?? now.day;
    const followed = next <= addDays(observedUntil, 1);
    const last = pieces.at(-1);
    if (cents !== null) {
      const to = x(followed ? next : observedUntil);
      if (goesOn && last) pieces[pieces.length - 1] = { ...last, path: `${last.path}V${y(cents)}H${to}`, to };
      else pieces.push({ from: x(observedFrom), path: `M${x(observedFrom)} ${y(cents)}H${to}`, to });
    }
    goesOn = cents !== null && followed;
  }
  const end = pieces.at(-1);
  if (goesOn && end) pieces[pieces.length - 1] = { ...end, path: `${end.path}V${y(now.cents)}` };
  return {
    line: pieces.map(({ path }) => path).join(''),
    area: pieces.map(({ from, path, to }) => `${path}L${to} 100H${from}Z`).join(''),
    grid,
    at: ({ day, cents }) => ({ x: x(day), y: y(cents) }),
  };
}

function gridFor(low: number, high: number): number[] {
  const slack = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  const [from, to] = [Math.max(0, low - slack), high + slack];
  const ends = (step: number) => [Math.floor(from / step), Math.ceil(to / step)] as const;
  const step = STEPS.find((each) => ends(each)[1] - ends(each)[0] <= MOST_STEPS) ?? 50_000;
  const [bottom, top] = ends(step);
  return Array.from({ length: top - bottom + 1 }, (_, index) => (top - index) * step);
}

/** Two figures after the point are finer than any screen. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}
