import {
  CHART_HEIGHT,
  CHART_WIDTH,
  type ChartPoint,
  placeLabels,
  viewAround,
} from '@/lib/network/chart-rules';
import './route-map.css';

interface RouteMapProps {
  /** What the map shows, in words: it is read instead of it. */
  readonly label: string;
  /** A way over water on the chart's plane, from one port to the other; a port alone is a lane of one point. */
  readonly lanes: readonly (readonly ChartPoint[])[];
  readonly places: readonly { readonly name: string; readonly at: ChartPoint }[];
  /** Width by height. */
  readonly ratio?: number;
}

/** Height of letters in hundredths of the map's width. */
const LETTERS = 4.2;

/** A line, or the lines of a port, on our own chart of the sea: the coast is one file for all pages. */
export function RouteMap({ label, lanes, places, ratio = 1.25 }: RouteMapProps) {
  const view = viewAround([...lanes.flat(), ...places.map(({ at }) => at)], ratio);
  const unit = view.width / 100;
  return (
    <svg
      className="map"
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      role="img"
      aria-label={label}
      strokeWidth={unit * 0.55}
      fontSize={unit * LETTERS}
    >
      <rect className="map__sea" x={view.x} y={view.y} width={view.width} height={view.height} />
      <use className="map__land" href="/chart.svg#land" width={CHART_WIDTH} height={CHART_HEIGHT} />
      {lanes.map((lane) => (
        <polyline
          key={lane.join(' ')}
          className="map__lane"
          points={lane.map((point) => point.join(',')).join(' ')}
          strokeDasharray={`${unit * 0.1} ${unit * 1.3}`}
        />
      ))}
      {places.map(({ name, at: [x, y] }) => (
        <circle key={name} className="map__port" cx={x} cy={y} r={unit * 1.1} />
      ))}
      {placeLabels(places, view, unit * LETTERS).map(({ name, x, y, anchor }) => (
        <text key={name} className="map__name" x={x} y={y} textAnchor={anchor} strokeWidth={unit * 1.1}>
          {name}
        </text>
      ))}
    </svg>
  );
}
