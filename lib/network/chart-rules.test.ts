import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHART_HEIGHT, CHART_WIDTH, onChart, placeLabels, viewAround } from './chart-rules';

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

it('names stand apart where there is room for them', () => {
  const view = { x: 0, y: 0, width: 400, height: 300 };
  const places = [
    { name: 'Alger', at: [100, 200] },
    { name: 'Béjaïa', at: [130, 200] },
    { name: 'Skikda', at: [170, 198] },
    { name: 'Tunis', at: [390, 200] },
  ] as const;
  const labels = placeLabels(places, view, 16);
  expect(labels.map((label) => label.name)).toEqual(places.map((place) => place.name));
  const spans = labels.map(({ name, x, y, anchor }) => {
    const width = name.length * 16 * 0.56;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, y };
  });
  for (const [index, a] of spans.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(400);
    for (const b of spans.slice(index + 1))
      expect(a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 16).toBe(true);
  }
});
