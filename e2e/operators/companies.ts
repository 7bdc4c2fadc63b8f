import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { operatorPlan } from '@/db/seed/operator-plan';
import { type CallerOptions, callerFor } from '@/lib/operators/call/caller';
import { newCallMetrics } from '@/lib/operators/call/metrics';
import { corsicaLineaOperator } from '@/lib/operators/corsica-linea/adapter';
import { ctnOperator } from '@/lib/operators/ctn/adapter';
import { ferryhopperOperator } from '@/lib/operators/ferryhopper/adapter';
import { gnvOperator } from '@/lib/operators/gnv/adapter';
import { lykoOperator } from '@/lib/operators/lyko/adapter';
import type { OperatorPort } from '@/lib/operators/port';
import type { Surroundings } from '@/lib/operators/surroundings';
import { planSchema } from '@/sandbox/operators/company/plan';
import { type Front, startCompany } from '@/sandbox/operators/company/serve';
import { corsicaLineaFront } from '@/sandbox/operators/corsica-linea/front';
import { ctnFront } from '@/sandbox/operators/ctn/front';
import { ferryhopperFront } from '@/sandbox/operators/ferryhopper/front';
import { gnvFront } from '@/sandbox/operators/gnv/front';
import { lykoFront } from '@/sandbox/operators/lyko/front';
import { freePort } from '@/sandbox/ports';
import type { Service } from '@/sandbox/service';

/** A company as the conformance suite needs to know it. */
export interface Candidate {
  readonly name: string;
  /** For whom it sells, where not for itself. */
  readonly sells?: readonly string[];
  readonly front: () => Front;
  readonly adapter: (baseUrl: string, surroundings: Surroundings) => OperatorPort;
  /** A direction that it sails, of whose sailings one is sold out of something. */
  readonly routeId: string;
  /** What its hold request looks like: `METHOD /path`, for faults. */
  readonly holdRequest: string;
  /** Fields without which an offer is none. */
  readonly required: readonly string[];
}

const SECRET = 'webhook-secret';

export const CANDIDATES: readonly Candidate[] = [
  {
    name: 'gnv',
    front: () => gnvFront({ apiKey: 'key', webhookSecret: SECRET }),
    adapter: (baseUrl, surroundings) =>
      gnvOperator({ baseUrl, apiKey: 'key', webhookSecret: SECRET }, surroundings),
    routeId: 'ITGOA-TNLGN',
    holdRequest: 'POST /v2/options',
    required: ['departureTime', 'adt', 'price', 'available', 'currency', 'penalties'],
  },
  {
    name: 'ctn',
    front: () => ctnFront({ user: 'agence', password: 'secret', webhookSecret: SECRET }),
    adapter: (baseUrl, surroundings) =>
      ctnOperator({ baseUrl, user: 'agence', password: 'secret', webhookSecret: SECRET }, surroundings),
    routeId: 'FRMRS-TNLGN',
    holdRequest: 'POST /api/options',
    required: ['heure_depart', 'duree', 'adulte', 'libres', 'devise', 'retenues'],
  },
  {
    name: 'corsica-linea',
    front: () => corsicaLineaFront({ clientId: 'agence', clientSecret: 'secret', webhookSecret: SECRET }),
    adapter: (baseUrl, surroundings) =>
      corsicaLineaOperator(
        { baseUrl, clientId: 'agence', clientSecret: 'secret', webhookSecret: SECRET },
        surroundings,
      ),
    routeId: 'FRMRS-DZALG',
    holdRequest: 'PUT /reservations',
    required: ['departs-at', 'vessel', 'minor', 'available', 'currency', 'cancellation', 'age'],
  },
  {
    name: 'lyko',
    sells: ['grimaldi', 'moby', 'la-meridionale', 'corsica-ferries', 'algerie-ferries'],
    front: () => lykoFront({ account: 'agence', secret: SECRET }),
    adapter: (baseUrl, surroundings) =>
      lykoOperator({ baseUrl, account: 'agence', secret: SECRET }, surroundings),
    routeId: 'FRMRS-MAPTM',
    holdRequest: 'POST /v1/rpc',
    required: ['departsAt', 'carrier', 'amount', 'left', 'berths', 'currency', 'cancel', 'id'],
  },
];

/** Who shows and sends elsewhere: not for the suite of those who sell. */
export const FERRYHOPPER: Candidate = {
  name: 'ferryhopper',
  sells: ['moby', 'grimaldi', 'corsica-ferries'],
  front: ferryhopperFront,
  adapter: (baseUrl, surroundings) => ferryhopperOperator({ url: `${baseUrl}/mcp` }, surroundings),
  routeId: 'ITSAL-TNLGN',
  holdRequest: '',
  required: [],
};

export const TODAY = '2027-07-01';
export const NOON = Date.parse(`${TODAY}T12:00:00Z`);

/** The seed's season of a company, thirty days of it. */
export const seasonOf = ({ name, sells = [name] }: Candidate) => operatorPlan(sells, 1, TODAY, '2027-07-31');

/** Fast enough never to be waited for, patient enough for a busy machine. */
const LIMITS: CallerOptions = { attemptMs: 20_000, totalMs: 50_000, threshold: 1_000, pauseMs: 1 };

/** A company that runs, the adapter that speaks with it, and strings to pull. Time stands still unless moved. */
export async function openHouse(candidate: Candidate, limits: CallerOptions = {}) {
  const { name, front, adapter } = candidate;
  let time = NOON;
  const dataDir = mkdtempSync(path.join(tmpdir(), `voila-${name}-`));
  const plan = planSchema.parse(seasonOf(candidate));
  let webhookUrl: string | undefined;
  const at = await freePort();
  const start = (): Promise<Service> =>
    startCompany({
      front: front(),
      port: at,
      dataDir,
      plan,
      nowMs: () => time,
      seed: 1,
      pace: 0,
      ...(webhookUrl && { webhookUrl }),
    });
  let service = await start();
  const metrics = newCallMetrics();
  const caller = callerFor(name, { ...LIMITS, ...limits, metrics });
  const port = adapter(service.url, { fetch, now: () => new Date(time), caller });
  const pull = async (what: string, body?: object, method = body ? 'POST' : 'GET'): Promise<unknown> => {
    const response = await fetch(`${service.url}/_control${what}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${what}: ${await response.text()}`);
    return response.json();
  };
  return {
    plan,
    metrics,
    port,
    now: () => new Date(time),
    /** Another ship of the company that sails it. */
    shipInstead: (sailingRef: string | undefined): string => {
      const { operator, ship } = plan.sailings.find(({ id }) => id === sailingRef) ?? {};
      return plan.ships.find((each) => each.operator === operator && each.name !== ship)?.name ?? '';
    },
    at: (instant: Date | number) => {
      time = Number(instant);
    },
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
    /** Faults, as sandbox/operators/README.md tells them. */
    faults: (control: object) => pull('', control),
    well: () => pull('', undefined, 'DELETE'),
    happen: (happening: object) => pull('/happen', happening),
    book: () =>
      pull('/book') as Promise<
        { key: string; state: string; number: string; ticket?: string; manifest?: unknown }[]
      >,
    /** Starts it anew at the same place, on the same book and nothing else, telling its webhooks to an address. */
    async restart(url?: string) {
      await service.stop();
      webhookUrl = url;
      service = await start();
    },
    stop: () => service.stop(),
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;
