import path from 'node:path';
import { z } from 'zod';
import { type Exchange, listen, sendJson } from '../../http-server';
import { openJournal } from '../../journal';
import type { Service } from '../../service';
import { type Answer, Faults, parseJson } from '../faults';
import { callOff, delay, type Happening, live, sailInstead } from './chance';
import { type Company, openCompany } from './company';
import type { Plan } from './plan';
import { newPostman, type Webhook } from './postman';

/** What is asked of a company, with its body read. */
export interface Asked {
  readonly method: string;
  /** Path without the slash at its start, by slashes. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Exchange['headers'];
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  readonly text: string;
}

/** A company's wire format: how it is spoken to, and how it speaks. */
export interface Front {
  /** Its file of state, and its name at the start. */
  readonly name: string;
  readonly holdMinutes: number;
  /** Fields of its answers that list sailings. */
  readonly listings: readonly string[];
  answer(asked: Asked, company: Company): Answer | Promise<Answer>;
  /** A webhook in the company's own words, signed; without it nothing is told. */
  webhook?(happening: Happening, id: string, company: Company): Webhook;
}

export interface CompanyServiceOptions {
  readonly front: Front;
  readonly port: number;
  readonly dataDir: string;
  readonly plan: Plan;
  readonly nowMs: () => number;
  readonly seed: number;
  /** Happenings a minute until told otherwise. */
  readonly pace: number;
  /** Where webhooks go; nowhere without it. */
  readonly webhookUrl?: string;
}

const happeningInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), sailingId: z.string(), minutes: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('ship'), sailingId: z.string(), ship: z.string() }),
  z.strictObject({ kind: z.literal('cancelled'), sailingId: z.string() }),
  z.strictObject({ kind: z.literal('percent'), sailingId: z.string(), percent: z.number().int() }),
  z.strictObject({
    kind: z.literal('others'),
    sailingId: z.string(),
    taken: z.record(z.string(), z.number().int()),
  }),
]);

/**
 * Starts a company: its interface at `/`, strings to pull at `/_control` (faults.ts), `/_control/happen` (a delay, another
 * ship, a cancellation, a price, what others take) and `/_control/book` (its book of orders).
 */
export async function startCompany(options: CompanyServiceOptions): Promise<Service> {
  const { front, plan, nowMs, pace } = options;
  const journal = openJournal(path.join(options.dataDir, `${front.name}.jsonl`));
  const faults = new Faults(journal, { pace }, front.listings);
  const refuses = (id: string) => faults.refuses(id);
  const company = openCompany({ plan, journal, nowMs, holdMinutes: front.holdMinutes, refuses });
  const postman = newPostman(options.webhookUrl);
  const tell = (happened: readonly Happening[]): void => {
    if (!front.webhook) return;
    const words = front.webhook;
    for (const each of happened) {
      postman.send((id) => words(each, id, company), faults.control.twice ? 2 : 1);
    }
  };

  const server = await listen(options.port, async (exchange) => {
    const { url, method, body, response } = exchange;
    if (url.pathname === '/_control')
      return faults.serve(exchange, () => ({ orders: company.entries().length }));
    if (url.pathname === '/_control/book') return sendJson(response, 200, company.entries());
    if (url.pathname === '/_control/happen' && method === 'POST') {
      const input = happeningInput.safeParse(parseJson(body));
      if (!input.success) return sendJson(response, 400, { error: z.prettifyError(input.error) });
      tell(happen(company, input.data));
      return sendJson(response, 200, company.changeOf(input.data.sailingId));
    }
    tell(live(company, journal, options.seed, faults.control.pace));
    await faults.answer(exchange, () => front.answer(askedOf(exchange), company));
  });
  return {
    url: server.url,
    stop: async () => {
      postman.stop();
      await server.close();
    },
  };
}

function happen(company: Company, input: z.infer<typeof happeningInput>): Happening[] {
  const sailing = company.sailing(input.sailingId);
  if (!sailing) throw new Error(`no sailing ${input.sailingId}`);
  if (input.kind === 'delay') return delay(company, sailing, input.minutes);
  if (input.kind === 'ship') return sailInstead(company, sailing, input.ship);
  if (input.kind === 'cancelled') return callOff(company, sailing);
  company.change(sailing.id, input.kind === 'percent' ? { percent: input.percent } : { others: input.taken });
  return [{ kind: 'availability', sailingId: sailing.id }];
}

function askedOf({ method, url, headers, body }: Exchange): Asked {
  return {
    method,
    path: url.pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: url.searchParams,
    headers,
    json: parseJson(body),
    text: body,
  };
}
