import { addDays, daysBetween } from '@/lib/kernel/dates';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import type { OperatorPort } from '../port';
import { eachOnce, mapped } from '../reading';
import type { Surroundings } from '../surroundings';
import type { Redirect, RouteQuery } from '../words';
import { type FerryhopperSettings, ferryhopperClient } from './client';
import { PORTS } from './codes';
import { toRedirect } from './map';

/** It is asked day by day: more days than that are for nobody to wait for. */
const MOST_DAYS = 14;

/** Ferryhopper: what sails and what it costs about, booked there. Its contract and quirks: README.md. */
export function ferryhopperOperator(settings: FerryhopperSettings, surroundings: Surroundings): OperatorPort {
  const search = ferryhopperClient(settings, surroundings);

  async function redirects({ routeId, from, to }: RouteQuery): Promise<OperatorAnswer<Redirect[]>> {
    const [here, there] = routeId.split('-').map((code) => PORTS.theirs(code));
    const days = daysBetween(from, to) + 1;
    if (!here || !there) return answered([]);
    if (days > MOST_DAYS) return problem({ kind: 'refused', reason: 'too many days' });
    const found: Redirect[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const answer = await search(here, there, day);
      if (!answer.ok) return answer;
      const turned = answer.value.map((each) => toRedirect(each, routeId));
      found.push(...turned.filter((each) => each !== null));
    }
    return answered(eachOnce(found, ({ sailing }) => sailing));
  }

  return {
    code: 'ferryhopper',
    capabilities: new Set(['timetable', 'redirects']),
    timetable: async (query) => mapped(await redirects(query), (all) => all.map(({ sailing }) => sailing)),
    redirects,
    offers: unsupported,
    hold: unsupported,
    confirm: unsupported,
    release: unsupported,
    find: unsupported,
    cancel: unsupported,
    sendManifest: unsupported,
    readWebhook: () => problem({ kind: 'unsupported' }),
  };
}
