import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { PORTS } from '@/db/seed/ports';
import { DIRECTIONS } from '@/db/seed/routes';
import { CHART_BOUNDS, CHART_HEIGHT, CHART_WIDTH, type ChartPoint, onChart } from '@/lib/network/chart-rules';
import { gridOf, seaRoute } from './map/sea-route';

/*
 * Draws `public/chart.svg` (the coast, Natural Earth, public domain) and `lib/network/lanes.ts` (a way over water for
 * each line). Run it when ports or lines change: `npm run chart`. The lanes show where a ship may sail, not where it does.
 */

/** Triangles smaller than this, in square degrees, are left out of the coast. */
const DETAIL = 0.00025;

type Polygons = readonly (readonly ChartPoint[])[];

function readCoast(): { rings: Polygons; path: string } {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ land: GeometryCollection }>;
  const light = simplify(presimplify(world), DETAIL);
  const land = feature(light, (light as typeof world).objects.land) as FeatureCollection<MultiPolygon>;
  const near = land.features
    .flatMap((each) => each.geometry.coordinates)
    .flat()
    .map((ring) => clipped(ring as [number, number][]))
    .filter((ring) => ring.length > 2)
    .map((ring) => ring.map(([lon, lat]) => onChart(lon, lat)));
  return { rings: near, path: near.map(drawn).join('') };
}

/** A ring as a path: one absolute point, then steps from each to the next, to a tenth. */
function drawn([start = [0, 0], ...rest]: readonly ChartPoint[]): string {
  let [x, y] = start;
  const steps = rest.map(([nx, ny]) => {
    const step = [nx - x, ny - y].map((each) => Math.round(each * 10) / 10);
    x = Math.round((x + (step[0] ?? 0)) * 10) / 10;
    y = Math.round((y + (step[1] ?? 0)) * 10) / 10;
    return step.map((each) => String(each || 0).replace(/^(-?)0\./, '$1.')).join(' ');
  });
  return `M${start.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/** A ring cut to the chart, a degree beyond its edges (Sutherland and Hodgman). */
function clipped(ring: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const { west, east, south, north } = CHART_BOUNDS;
  const edges: readonly (readonly [axis: 0 | 1, at: number, keep: 1 | -1])[] = [
    [0, west - 1, 1],
    [0, east + 1, -1],
    [1, south - 1, 1],
    [1, north + 1, -1],
  ];
  let points = [...ring];
  for (const [axis, at, keep] of edges) {
    const inside = (p: readonly [number, number]) => (p[axis] - at) * keep >= 0;
    points = points.flatMap((point, i) => {
      const last = points.at(i - 1) ?? point;
      if (inside(last) === inside(point)) return inside(point) ? [point] : [];
      const share = (at - last[axis]) / (point[axis] - last[axis]);
      const cut = [last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])] as const;
      return inside(point) ? [cut, point] : [cut];
    });
  }
  return points;
}

const { rings, path } = readCoast();
const grid = gridOf(rings, CHART_WIDTH, CHART_HEIGHT);
const places = new Map(PORTS.map((port) => [port.code, onChart(port.longitude, port.latitude)]));
const lanes = [...DIRECTIONS.values()]
  .filter(({ way }) => way === 'out')
  .map(({ id, from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) throw new RangeError(id);
    return [id, seaRoute(grid, a, b)] as const;
  });

writeFileSync(
  'public/chart.svg',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}"><symbol id="land" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}" overflow="visible"><path fill="currentColor" fill-rule="evenodd" d="${path}"/></symbol><use href="#land"/></svg>\n`,
);
writeFileSync(
  'lib/network/lanes.ts',
  `import type { ChartPoint } from './chart-rules';

/** A way over water for each line, on the plane of the chart. Written by \`npm run chart\`. */
export const LANES: Readonly<Record<string, readonly ChartPoint[]>> = ${JSON.stringify(Object.fromEntries(lanes))};
`,
);
execFileSync('biome', ['check', '--write', 'lib/network/lanes.ts'], { stdio: 'inherit' });
