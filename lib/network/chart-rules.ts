/*
 * The plane of our chart of the western Mediterranean: Mercator, 1,000 wide, y downwards. `scripts/draw-chart.ts` draws
 * the coast and the lanes on it; pages place ports on it by this rule.
 */

/** What the chart shows, in degrees. */
export const CHART_BOUNDS = { west: -8, east: 19, south: 32.2, north: 45.9 } as const;
export const CHART_WIDTH = 1000;

export type ChartPoint = readonly [x: number, y: number];

const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
const SCALE = CHART_WIDTH / (((CHART_BOUNDS.east - CHART_BOUNDS.west) * Math.PI) / 180);
const TOP = mercator(CHART_BOUNDS.north);

export const CHART_HEIGHT = Math.round((TOP - mercator(CHART_BOUNDS.south)) * SCALE);

/** A place on the plane, to a tenth. */
export function onChart(longitude: number, latitude: number): ChartPoint {
  const x = ((longitude - CHART_BOUNDS.west) * Math.PI * SCALE) / 180;
  const y = (TOP - mercator(latitude)) * SCALE;
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

export interface ChartView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the chart that shows all points with room around, `ratio` times as wide as high, within its edges. */
export function viewAround(points: readonly ChartPoint[], ratio: number, least = 120): ChartView {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const room = 1.5;
  const wanted = Math.max((right - left) * room, (bottom - top) * room * ratio, least);
  const width = Math.min(wanted, CHART_WIDTH, CHART_HEIGHT * ratio);
  const height = width / ratio;
  const within = (middle: number, size: number, end: number) =>
    Math.round(Math.min(end - size, Math.max(0, middle - size / 2)));
  return {
    x: within((left + right) / 2, width, CHART_WIDTH),
    y: within((top + bottom) / 2, height, CHART_HEIGHT),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** Where a name stands beside its place: which corner of the text lies at `x`, `y`. */
export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Average width of a letter of our font, in its size. */
const LETTER = 0.56;

/**
 * Names beside their places, right, left, above or below: the first side on which a name leaves the view nowhere and
 * covers no name or place set before. One that fits nowhere stands to the right all the same.
 */
export function placeLabels(
  places: readonly { readonly name: string; readonly at: ChartPoint }[],
  view: ChartView,
  size: number,
): Label[] {
  const gap = size * 0.55;
  const taken: Box[] = places.map(({ at: [x, y] }) => around(x, y, gap * 0.6));
  return places.map(({ name, at: [x, y] }) => {
    const width = name.length * size * LETTER;
    const sides: readonly Label[] = [
      { name, x: x + gap, y: y + size * 0.35, anchor: 'start' },
      { name, x: x - gap, y: y + size * 0.35, anchor: 'end' },
      { name, x, y: y - gap, anchor: 'middle' },
      { name, x, y: y + gap + size * 0.8, anchor: 'middle' },
    ];
    const free = sides.find((side) => {
      const box = boxOf(side, width, size);
      return isWithin(box, view) && !taken.some((other) => overlap(box, other));
    });
    const label = free ?? sides[0];
    if (!label) throw new RangeError(name);
    taken.push(boxOf(label, width, size));
    return label;
  });
}

function boxOf({ x, y, anchor }: Label, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.8, bottom: y + size * 0.2 };
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, view: ChartView): boolean {
  return (
    box.left >= view.x &&
    box.right <= view.x + view.width &&
    box.top >= view.y &&
    box.bottom <= view.y + view.height
  );
}
