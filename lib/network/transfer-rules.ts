import { checkInMinutes } from './check-in-rules';
import { isSchengen } from './schengen-rules';
import { type Network, type Port, type Route, serviceKey } from './types';

/*
 * Two crossings through one port where nothing sails directly (docs/search.md): which ports serve, and how much time
 * lies between leaving one ship and being checked in for the next.
 */

/** From the berth to the next terminal: the ship is emptied deck by deck, vehicles last. */
const DISEMBARK_MINUTES = 60;
/** Each border at which persons are checked, in or out. */
const BORDER_MINUTES = 30;
/** To another terminal of the same port. */
const TERMINAL_MINUTES = 30;
/** After that it is a stay and no connection. */
const LONGEST_WAIT_MINUTES = 24 * 60;
/** Longer than that, in times of the great circle, it is no way to get there. */
const LONGEST_DETOUR = 3;

const EARTH_RADIUS_NM = 3440.065;

/** A ship from port to port, as far as changing to or from it goes. */
export interface Crossing {
  /** `FRMRS-TNLGN` */
  readonly routeId: string;
  readonly operatorCode: string;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
}

/** What a change of ships takes. */
export interface Transfer {
  /** Code of the port. */
  readonly port: string;
  /** From the arrival of the first ship to the departure of the second. */
  readonly waitMinutes: number;
  /** The least that it may be, check-in for the second ship included. */
  readonly neededMinutes: number;
  readonly crossesBorder: boolean;
  readonly changesTerminal: boolean;
}

export type TransferProblem = 'transfer-elsewhere' | 'transfer-too-short' | 'transfer-too-long';

/** The change from one crossing to the next, for a party with or without a vehicle; it may be impossible. */
export function transferBetween(
  first: Crossing,
  second: Crossing,
  withVehicle: boolean,
  network: Pick<Network, 'ports' | 'services'>,
): Transfer {
  const port = second.routeId.slice(0, 5);
  const service = network.services.get(serviceKey(second.routeId, second.operatorCode));
  const borders = [first, second].filter((each) => crossesBorder(each.routeId, network.ports)).length;
  const terminal = arrivalTerminal(first, network.services)?.fr;
  const changesTerminal = terminal !== undefined && service !== undefined && terminal !== service.terminal.fr;
  return {
    port,
    waitMinutes: Math.round((second.departsAt.getTime() - first.arrivesAt.getTime()) / 60_000),
    neededMinutes:
      (service ? checkInMinutes(service, withVehicle) : 0) +
      DISEMBARK_MINUTES +
      borders * BORDER_MINUTES +
      (changesTerminal ? TERMINAL_MINUTES : 0),
    crossesBorder: borders > 0,
    changesTerminal,
  };
}

/** Why one cannot change so, or null when one can. */
export function transferProblem(
  first: Pick<Crossing, 'routeId'>,
  transfer: Transfer,
): TransferProblem | null {
  if (first.routeId.slice(6) !== transfer.port) return 'transfer-elsewhere';
  if (transfer.waitMinutes < transfer.neededMinutes) return 'transfer-too-short';
  return transfer.waitMinutes > LONGEST_WAIT_MINUTES ? 'transfer-too-long' : null;
}

/**
 * Ports through which one gets from one port to another by two lines, shortest way first. None where a line sails
 * directly, and none that lead too far out of the way, or out of the country or the Schengen area that both ends lie
 * in: whoever travels with an identity card would need a passport on the way.
 */
export function transferPorts(
  from: string,
  to: string,
  routes: readonly Pick<Route, 'id' | 'from' | 'to' | 'nauticalMiles'>[],
  ports: ReadonlyMap<string, Pick<Port, 'country' | 'latitude' | 'longitude'>>,
): readonly string[] {
  const [start, end] = [ports.get(from), ports.get(to)];
  if (!start || !end || from === to || routes.some((each) => each.id === `${from}-${to}`)) return [];
  const isWithin = (port: string) => {
    const country = ports.get(port)?.country;
    if (country === undefined) return false;
    if (start.country === end.country && country === start.country) return true;
    const isHome = isSchengen(start.country) && isSchengen(end.country);
    return isHome ? isSchengen(country) : start.country !== end.country;
  };
  const longest = LONGEST_DETOUR * greatCircleMiles(start, end);
  return routes
    .filter((each) => each.from === from)
    .flatMap((first) => {
      const second = routes.find((each) => each.from === first.to && each.to === to);
      return second ? [{ port: first.to, miles: first.nauticalMiles + second.nauticalMiles }] : [];
    })
    .filter(({ port, miles }) => miles <= longest && isWithin(port))
    .sort((a, b) => a.miles - b.miles || (a.port < b.port ? -1 : 1))
    .map(({ port }) => port);
}

type Position = Pick<Port, 'latitude' | 'longitude'>;

/** Nautical miles between two places, straight over the globe. */
export function greatCircleMiles(a: Position, b: Position): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (difference: number) => Math.sin(rad(difference) / 2) ** 2;
  const chord =
    half(b.latitude - a.latitude) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_NM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function crossesBorder(routeId: string, ports: Network['ports']): boolean {
  const country = (code: string) => ports.get(code)?.country ?? code.slice(0, 2);
  return isSchengen(country(routeId.slice(0, 5))) !== isSchengen(country(routeId.slice(6)));
}

/** Where a ship arrives: where its operator leaves from on the way back. */
function arrivalTerminal({ routeId, operatorCode }: Crossing, services: Network['services']) {
  return services.get(serviceKey(`${routeId.slice(6)}-${routeId.slice(0, 5)}`, operatorCode))?.terminal;
}
