/* Names that the sidecar, the app and the browser share; nothing else is imported into the browser's part. */

/** How many routes and dates one subscription may name, and how many rooms one connection may be in. */
export const MAX_ROUTES = 10;
export const MAX_DATES = 14;
export const MAX_ROOMS = 60;

/** A day of a route: what sequence numbers are counted in. */
export interface RouteDay {
  readonly routeId: string;
  readonly departureDay: string;
}

/** The room of a route, or of one of its days. */
export function roomOf(route: string, day?: string): string {
  return day ? `${route} ${day}` : route;
}

/** The room in which a hint has its number. */
export function roomOfDay({ routeId, departureDay }: RouteDay): string {
  return roomOf(routeId, departureDay);
}

/** The rooms of a subscription: without dates, all days of its routes. */
export function roomsOf({
  routes,
  dates,
}: {
  readonly routes: string[];
  readonly dates?: string[] | undefined;
}): string[] {
  if (!dates) return routes.map((route) => roomOf(route));
  return routes.flatMap((route) => dates.map((date) => roomOf(route, date)));
}
