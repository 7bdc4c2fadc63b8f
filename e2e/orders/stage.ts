import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, asc, eq, gt, notInArray, sql } from 'drizzle-orm';
import { operatorPlan } from '@/db/seed/operator-plan';
import { sandboxNow } from '@/sandbox/clock';
import { planSchema } from '@/sandbox/operators/company/plan';
import { type Front, startCompany } from '@/sandbox/operators/company/serve';
import { corsicaLineaFront } from '@/sandbox/operators/corsica-linea/front';
import { ctnFront } from '@/sandbox/operators/ctn/front';
import { gnvFront } from '@/sandbox/operators/gnv/front';
import { lykoFront } from '@/sandbox/operators/lyko/front';
import type { Service } from '@/sandbox/service';

/*
 * The stage of the payment rehearsals with companies that have books of their own, each behind its wire format and
 * followed by the product. They stand still but for what they are told.
 */

const SECRET = 'rehearsal';
/** The clock of the rehearsal, once there is one. */
const nowMs = () => sandboxNow(process.env.CLOCK_FILE ?? '');
const home = mkdtempSync(path.join(tmpdir(), 'voila-orders-'));
const today = new Date(nowMs()).toISOString().slice(0, 10);
const until = new Date(nowMs() + 200 * 86_400_000).toISOString().slice(0, 10);

/** Where companies' webhooks come in; `open` false is a product that is down. */
export const door = { open: true, answers: [] as number[] };
const entrance = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const company = request.url?.slice(1) ?? '';
  const status = door.open ? await receive(company, body, request.headers) : 503;
  door.answers.push(status);
  response.writeHead(status).end();
});
await new Promise<void>((resolve) => entrance.listen(0, '127.0.0.1', resolve));
const entranceUrl = `http://127.0.0.1:${(entrance.address() as AddressInfo).port}`;

/** The product's own door. */
export async function receive(company: string, body: string, headers: IncomingHttpHeaders): Promise<number> {
  const { POST } = await import('@/app/api/webhooks/operators/[operator]/route');
  const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const request = new Request(entranceUrl, { method: 'POST', body, headers: texts });
  return (await POST(request, { params: Promise.resolve({ operator: company }) })).status;
}

function open(front: Front, sells: readonly string[]): Promise<Service> {
  return startCompany({
    webhookUrl: `${entranceUrl}/${front.name}`,
    front,
    port: 0,
    dataDir: home,
    plan: planSchema.parse(operatorPlan(sells, 1, today, until)),
    nowMs,
    seed: 1,
    pace: 0,
  });
}

export type Company = 'ctn' | 'gnv' | 'corsica-linea' | 'lyko';
const LYKO_SELLS = ['grimaldi', 'moby', 'la-meridionale', 'corsica-ferries', 'algerie-ferries'];
export const COMPANIES: readonly Company[] = ['ctn', 'gnv', 'corsica-linea', 'lyko'];
const [ctn, gnv, corsicaLinea, lyko] = await Promise.all([
  open(ctnFront({ user: 'agence', password: SECRET, webhookSecret: SECRET }), ['ctn']),
  open(gnvFront({ apiKey: SECRET, webhookSecret: SECRET }), ['gnv']),
  open(corsicaLineaFront({ clientId: 'agence', clientSecret: SECRET, webhookSecret: SECRET }), [
    'corsica-linea',
  ]),
  open(lykoFront({ account: 'agence', secret: SECRET }), LYKO_SELLS),
]);
const services: Readonly<Record<Company, Service>> = { ctn, gnv, 'corsica-linea': corsicaLinea, lyko };

Object.assign(process.env, {
  FOLLOWED_OPERATORS: COMPANIES.join(','),
  OPERATOR_REST_MS: '200',
  CTN_API_URL: ctn.url,
  CTN_API_USER: 'agence',
  CTN_API_PASSWORD: SECRET,
  CTN_WEBHOOK_SECRET: SECRET,
  GNV_API_URL: gnv.url,
  GNV_API_KEY: SECRET,
  GNV_WEBHOOK_SECRET: SECRET,
  CORSICA_LINEA_API_URL: corsicaLinea.url,
  CORSICA_LINEA_CLIENT_ID: 'agence',
  CORSICA_LINEA_CLIENT_SECRET: SECRET,
  CORSICA_LINEA_WEBHOOK_SECRET: SECRET,
  LYKO_API_URL: lyko.url,
  LYKO_ACCOUNT: 'agence',
  LYKO_SECRET: SECRET,
});

// Only now: whatever of the product is loaded reads its settings.
const { control, strikeStage } = await import('../payments/stage');
const { db } = await import('@/db/client');
const { sailings, stockLines } = await import('@/db/schema/sailings');
const { operatorOrders, orderRepairs } = await import('@/db/schema/orders');

/** Pulls a string of a company: how well it answers, what happens at it. */
export const tell = (company: Company, body: object) => control(services[company].url, '', body);
export const happens = (company: Company, body: object) => control(services[company].url, '/happen', body);

/** All companies answer as they should again. */
export async function companiesCalm(): Promise<void> {
  await Promise.all(Object.values(services).map(({ url }) => fetch(`${url}/_control`, { method: 'DELETE' })));
}

/** An entry in a company's own book. */
export interface Entry {
  readonly number: string;
  readonly key: string;
  readonly state: 'held' | 'ticketed' | 'released' | 'expired' | 'cancelled';
  readonly totalCents: number;
  readonly ticket?: string;
  readonly keptCents?: number;
  readonly manifest?: unknown;
  readonly order: { readonly sailingId: string };
}

/** What a company's book has of a booking, the order of its making. */
export async function bookOf(company: Company, reference: string): Promise<Entry[]> {
  const entries = (await (await fetch(`${services[company].url}/_control/book`)).json()) as Entry[];
  return entries.filter(({ key }) => key.startsWith(`${reference}-`));
}

/** Its states alone. */
export const statesAt = async (company: Company, reference: string) =>
  (await bookOf(company, reference)).map(({ state }) => state);

/** Our orders of a booking. */
export function ordersOf(bookingId: string) {
  return db
    .select()
    .from(operatorOrders)
    .where(eq(operatorOrders.bookingId, bookingId))
    .orderBy(asc(operatorOrders.position), asc(operatorOrders.createdAt), asc(operatorOrders.attempt));
}

export const repairs = () => db.select().from(orderRepairs).orderBy(asc(orderRepairs.at));

const used: string[] = [];
/** A sailing of a company with room, 40 days ahead, that no other test of this file has touched. */
export async function sailingOf(company: string): Promise<string> {
  const from = new Date(nowMs() + 40 * 86_400_000);
  const [row] = await db
    .select({ id: sailings.id })
    .from(sailings)
    .innerJoin(stockLines, eq(stockLines.id, sql`${sailings.id} || ':deck'`))
    .where(
      and(
        gt(sailings.departsAt, from),
        eq(sailings.status, 'scheduled'),
        eq(sailings.operatorCode, company),
        notInArray(sailings.id, used),
        sql`${stockLines.capacity} - ${stockLines.held} - ${stockLines.sold} > 20`,
      ),
    )
    .orderBy(asc(sailings.departsAt), asc(sailings.id))
    .limit(1);
  if (!row) throw new Error(`${company} has no sailing left`);
  used.push(row.id);
  return row.id;
}

export async function strike(): Promise<void> {
  await Promise.all(Object.values(services).map((service) => service.stop()));
  entrance.closeAllConnections();
  await new Promise((resolve) => entrance.close(resolve));
  await strikeStage();
}
