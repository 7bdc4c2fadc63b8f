import { asc, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { fareRules, operators, ports, routes, services, ships } from '@/db/schema/network';
import { sailings } from '@/db/schema/sailings';
import { rememberFor } from '@/lib/platform/remember';
import { type Line, type Network, type Port, type Route, serviceKey } from './types';

/** The network changes with the seasons, not with the minute. */
const FIVE_MINUTES = 5 * 60_000;

/** The network, at most five minutes old. */
export const readNetwork: () => Promise<Network> = rememberFor(
  FIVE_MINUTES,
  loadNetwork,
  (network) => network.ports.size > 0,
);

/** All directions with their operators and durations, at most five minutes old. */
export const listRoutes: () => Promise<readonly Route[]> = rememberFor(
  FIVE_MINUTES,
  loadRoutes,
  (list) => list.length > 0,
);

/** All directions with their ports. */
export async function listLines(): Promise<readonly Line[]> {
  const [list, network] = await Promise.all([listRoutes(), readNetwork()]);
  return list.flatMap((route) => {
    const [from, to] = [network.ports.get(route.from), network.ports.get(route.to)];
    return from && to ? [{ route, from, to }] : [];
  });
}

/** All ports by code. */
export async function listPorts(): Promise<readonly Port[]> {
  return [...(await readNetwork()).ports.values()];
}

/** A port, or null when there is none of that code. */
export async function portByCode(code: string): Promise<Port | null> {
  return (await readNetwork()).ports.get(code) ?? null;
}

async function loadNetwork(): Promise<Network> {
  const [portRows, operatorRows, shipRows, serviceRows, ruleRows] = await Promise.all([
    db.select().from(ports).orderBy(asc(ports.code)),
    db.select().from(operators),
    db.select().from(ships),
    db.select().from(services),
    db.select().from(fareRules).orderBy(asc(fareRules.version)),
  ]);
  return {
    ports: new Map(portRows.map((row) => [row.code, row])),
    operators: new Map(operatorRows.map((row) => [row.code, row])),
    ships: new Map(shipRows.map((row) => [row.code, row])),
    services: new Map(serviceRows.map((row) => [serviceKey(row.routeId, row.operatorCode), row])),
    fareRules: ruleRows,
  };
}

async function loadRoutes(): Promise<Route[]> {
  const minutes = sql`extract(epoch from ${sailings.arrivesAt} - ${sailings.departsAt}) / 60`;
  const spans = db
    .select({
      routeId: sailings.routeId,
      minMinutes: sql<number>`min(${minutes})::int`.as('min_minutes'),
      maxMinutes: sql<number>`max(${minutes})::int`.as('max_minutes'),
    })
    .from(sailings)
    .groupBy(sailings.routeId)
    .as('spans');
  const rows = await db
    .select({
      id: routes.id,
      from: routes.fromPort,
      to: routes.toPort,
      nauticalMiles: routes.nauticalMiles,
      operatorCodes: sql<string[]>`array(select ${services.operatorCode} from ${services}
        where ${services.routeId} = ${routes.id} order by 1)`,
      minMinutes: spans.minMinutes,
      maxMinutes: spans.maxMinutes,
    })
    .from(routes)
    .leftJoin(spans, sql`${spans.routeId} = ${routes.id}`)
    .orderBy(asc(routes.id));
  return rows.map((row) => ({ ...row, minMinutes: row.minMinutes ?? 0, maxMinutes: row.maxMinutes ?? 0 }));
}
