import type { ChartPoint } from '@/lib/network/chart-rules';

/** Cells of the chart, one by one unit: true where there is land. */
export interface LandGrid {
  readonly width: number;
  readonly height: number;
  readonly land: Uint8Array;
  /** Steps to the nearest land, at most `OFFING`. */
  readonly offing: Uint8Array;
}

/** Ships keep this far off the coast where they can, in units of the chart (about 2 km each). */
const OFFING = 5;

type Ring = readonly ChartPoint[];

/** Fills the rings of land (even-odd) into a grid, and measures the distance to it. */
export function gridOf(rings: readonly Ring[], width: number, height: number): LandGrid {
  const land = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = row + 0.5;
    const cuts: number[] = [];
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i] as ChartPoint;
        const [bx, by] = ring[j] as ChartPoint;
        if (ay > y !== by > y) cuts.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2)
      for (
        let x = Math.max(0, Math.ceil((cuts[i] ?? 0) - 0.5));
        x + 0.5 < (cuts[i + 1] ?? 0) && x < width;
        x++
      )
        land[row * width + x] = 1;
  }
  return { width, height, land, offing: offingOf(land, width, height) };
}

function offingOf(land: Uint8Array, width: number, height: number): Uint8Array {
  let ring: number[] = [];
  const offing = new Uint8Array(land.length).fill(OFFING);
  land.forEach((is, cell) => {
    if (is) {
      offing[cell] = 0;
      ring.push(cell);
    }
  });
  for (let step = 1; step < OFFING; step++) {
    const next: number[] = [];
    for (const cell of ring)
      for (const [near] of neighbours(cell, width, height))
        if ((offing[near] ?? 0) > step) {
          offing[near] = step;
          next.push(near);
        }
    ring = next;
  }
  return offing;
}

function* neighbours(cell: number, width: number, height: number): Generator<readonly [number, number]> {
  const [x, y] = [cell % width, Math.floor(cell / width)];
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if ((dx || dy) && nx >= 0 && ny >= 0 && nx < width && ny < height)
        yield [ny * width + nx, dx && dy ? Math.SQRT2 : 1];
    }
}

/** The shortest way over water between two places, in few straight pieces; its ends are the places themselves. */
export function seaRoute(grid: LandGrid, from: ChartPoint, to: ChartPoint): ChartPoint[] {
  const [start, goal] = [nearestWater(grid, from), nearestWater(grid, to)];
  const cells = shortest(grid, start, goal);
  const at = (cell: number): ChartPoint => [(cell % grid.width) + 0.5, Math.floor(cell / grid.width) + 0.5];
  return [from, ...pulled(grid, cells).slice(1, -1).map(at), to];
}

function nearestWater(grid: LandGrid, [x, y]: ChartPoint): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let cy = Math.floor(y) - 12; cy <= y + 12; cy++)
    for (let cx = Math.floor(x) - 12; cx <= x + 12; cx++) {
      const cell = cy * grid.width + cx;
      const far = Math.hypot(cx + 0.5 - x, cy + 0.5 - y);
      if (grid.land[cell] === 0 && far < least) {
        least = far;
        best = cell;
      }
    }
  if (best < 0) throw new RangeError(`no water near ${x},${y}`);
  return best;
}

/** Dijkstra's shortest way; a cell near the coast costs more, so that lanes keep off it. */
function shortest(grid: LandGrid, start: number, goal: number): number[] {
  const cost = new Float64Array(grid.land.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(grid.land.length).fill(-1);
  const buckets: number[][] = [[start]];
  cost[start] = 0;
  for (let reach = 0; reach < buckets.length; reach++)
    for (const cell of buckets[reach] ?? []) {
      if (Math.floor(cost[cell] ?? 0) !== reach) continue;
      if (cell === goal) return wayTo(before, goal);
      for (const [near, length] of neighbours(cell, grid.width, grid.height)) {
        if (grid.land[near]) continue;
        const total = (cost[cell] ?? 0) + length * (1 + (OFFING - (grid.offing[near] ?? 0)) * 0.6);
        if (total >= (cost[near] ?? 0)) continue;
        cost[near] = total;
        before[near] = cell;
        const bucket = Math.floor(total);
        buckets[bucket] ??= [];
        buckets[bucket].push(near);
      }
    }
  throw new RangeError('no way over water');
}

function wayTo(before: Int32Array, goal: number): number[] {
  const way: number[] = [];
  for (let cell = goal; cell >= 0; cell = before[cell] ?? -1) way.unshift(cell);
  return way;
}

/** Only the turns of a way: each next one is the last that is seen over open water. */
function pulled(grid: LandGrid, way: readonly number[]): number[] {
  const turns = [way[0] ?? 0];
  for (let i = 0; i < way.length - 1; ) {
    let last = i + 1;
    for (let j = way.length - 1; j > i + 1; j--)
      if (isOpen(grid, way[i] ?? 0, way[j] ?? 0)) {
        last = j;
        break;
      }
    turns.push(way[last] ?? 0);
    i = last;
  }
  return turns;
}

function isOpen(grid: LandGrid, from: number, to: number): boolean {
  const [ax, ay] = [from % grid.width, Math.floor(from / grid.width)];
  const [bx, by] = [to % grid.width, Math.floor(to / grid.width)];
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) * 2);
  const least = Math.min(3, grid.offing[from] ?? 0, grid.offing[to] ?? 0);
  for (let step = 1; step < steps; step++) {
    const x = Math.round(ax + ((bx - ax) * step) / steps);
    const y = Math.round(ay + ((by - ay) * step) / steps);
    const cell = y * grid.width + x;
    if (grid.land[cell] || (grid.offing[cell] ?? 0) < least) return false;
  }
  return true;
}
