import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PORTS } from '@/db/seed/ports';
import { ROUTES } from '@/db/seed/routes';
import { type ChartPoint, onChart } from '@/lib/network/chart-rules';
import { LANES } from '@/lib/network/lanes';
import { gridOf, seaRoute } from './sea-route';

const SIDE = 60;
const box = (x: number, y: number, w: number, h: number): ChartPoint[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

describe('a way over water', () => {
  it('goes round whatever land lies between', () => {
    const place = fc.record({
      x: fc.double({ min: 1, max: 9, noNaN: true }),
      y: fc.double({ min: 1, max: SIDE - 1, noNaN: true }),
    });
    const island = fc
      .record({ x: fc.nat(20), y: fc.nat(40), w: fc.integer({ min: 2, max: 12 }), h: fc.nat(40) })
      .map(({ x, y, w, h }) => box(14 + x, Math.max(2, y), w, Math.min(h + 2, SIDE - 4 - y)));
    fc.assert(
      fc.property(place, place, fc.array(island, { maxLength: 3 }), (from, to, islands) => {
        const grid = gridOf(islands, SIDE, SIDE);
        const [a, b] = [[from.x, from.y] as const, [SIDE - to.x, to.y] as const];
        const way = seaRoute(grid, a, b);
        expect([way[0], way.at(-1)]).toEqual([a, b]);
        for (let i = 1; i < way.length; i++) {
          const [ax, ay] = way[i - 1] as ChartPoint;
          const [bx, by] = way[i] as ChartPoint;
          for (let share = 0; share <= 1; share += 0.02) {
            const cell = Math.floor(ay + (by - ay) * share) * SIDE + Math.floor(ax + (bx - ax) * share);
            // A straight piece may touch the edge of a cell of land, never its middle.
            const isDeep = [cell, cell - 1, cell + 1, cell - SIDE, cell + SIDE].every(
              (each) => grid.land[each] === 1,
            );
            expect(isDeep).toBe(false);
          }
        }
      }),
    );
  });

  it('is there for every line, from port to port', () => {
    const at = new Map(PORTS.map((port) => [port.code, onChart(port.longitude, port.latitude)]));
    expect(Object.keys(LANES).toSorted()).toEqual(ROUTES.map(({ out, back }) => `${out}-${back}`).toSorted());
    for (const { out, back } of ROUTES) {
      const lane = LANES[`${out}-${back}`];
      expect(lane?.[0]).toEqual(at.get(out));
      expect(lane?.at(-1)).toEqual(at.get(back));
    }
  });
});
