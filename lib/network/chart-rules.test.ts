import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHART_HEIGHT, CHART_WIDTH, onChart, viewAround } from './chart-rules';

it('east is right and north is up', () => {
  const [marseille, tunis] = [onChart(5.36, 43.31), onChart(10.305, 36.808)];
  expect(tunis[0]).toBeGreaterThan(marseille[0]);
  expect(tunis[1]).toBeGreaterThan(marseille[1]);
});

it('a view holds its points and stays on the chart', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: CHART_WIDTH }), fc.integer({ min: 0, max: CHART_HEIGHT }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 6 }), (points) => {
      const view = viewAround(points, 1.25);
      expect(view.x).toBeGreaterThanOrEqual(0);
      expect(view.y).toBeGreaterThanOrEqual(0);
      expect(view.x + view.width).toBeLessThanOrEqual(CHART_WIDTH + 1);
      expect(view.y + view.height).toBeLessThanOrEqual(CHART_HEIGHT + 1);
      const spread = (axis: 0 | 1) =>
        Math.max(...points.map((p) => p[axis])) - Math.min(...points.map((p) => p[axis]));
      // Points further apart than the chart allows at this ratio are the only ones that may be cut off.
      if (spread(0) > CHART_HEIGHT * 1.2 || spread(1) > CHART_HEIGHT * 0.95) return;
      for (const [x, y] of points) {
        expect(x).toBeGreaterThanOrEqual(view.x - 1);
        expect(x).toBeLessThanOrEqual(view.x + view.width + 1);
        expect(y).toBeGreaterThanOrEqual(view.y - 1);
        expect(y).toBeLessThanOrEqual(view.y + view.height + 1);
      }
    }),
  );
});
