import { randomInt } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { sandboxNow } from '../clock';
import { type Exchange, listen } from '../http-server';
import { type Journal, openJournal } from '../journal';
import type { Service } from '../service';
import { type Answer, Faults, parseJson } from './faults';

export type LocalOperatorOptions = {
  readonly port: number;
  /** Its tickets are kept here, over restarts. */
  readonly dataDir: string;
  /** Requests without this bearer key are refused. */
  readonly key: string;
  readonly clockFile: string;
};

/** Places kept for somebody, and what became of them. */
type Hold = {
  readonly holdNumber: string;
  /** What the agency calls it. */
  readonly key: string;
  readonly sailingId: string;
  readonly passengers: number;
  readonly vehicles: number;
  readonly status: 'held' | 'released' | 'expired' | 'ticketed';
  readonly expiresAt: string;
  readonly ticketNumber?: string;
};

/** A ticket in the operator's own book. */
type Ticket = Pick<Hold, 'sailingId' | 'passengers' | 'vehicles'> & {
  readonly ticketNumber: string;
  readonly holdNumber: string;
  readonly bookingReference: string;
  readonly status: 'issued' | 'released';
  readonly issuedAt: string;
  readonly manifest?: unknown;
};

const holdInput = z.strictObject({
  sailingId: z.string().min(1).max(128),
  passengers: z.number().int().min(0),
  vehicles: z.number().int().min(0),
});
const confirmationInput = z.strictObject({ bookingReference: z.string().min(1).max(64) });
const HOLD_MINUTES = 30;

type Operator = {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly options: LocalOperatorOptions;
};

/**
 * Starts the operator whose ships are our own stock: an HTTP service that gives ticket numbers, in its own book,
 * as a real operator's system would.
 */
export async function startLocalOperator(options: LocalOperatorOptions): Promise<Service> {
  const journal = openJournal(path.join(options.dataDir, 'operator.jsonl'));
  const operator: Operator = { journal, faults: new Faults(journal), options };
  const server = await listen(options.port, (exchange) =>
    exchange.url.pathname === '/_control'
      ? operator.faults.serve(exchange, () => ({ tickets: journal.list('ticket_').length }))
      : operator.faults.answer(exchange, () => answerTo(exchange, operator)),
  );
  return { url: server.url, stop: server.close };
}

function answerTo({ method, url, headers, body }: Exchange, operator: Operator): Answer {
  if (headers.authorization !== `Bearer ${operator.options.key}`) return refusal(401, 'unauthorized');
  const [, version, kind, id, action] = url.pathname.split('/').map(decodeURIComponent);
  const asked = `${method} ${version}/${kind}${id ? '/{number}' : ''}${action ? `/${action}` : ''}`;
  switch (asked) {
    case 'POST v1/holds':
      return hold(operator, body, headers['idempotency-key']);
    case 'GET v1/holds':
      return listHolds(operator, url.searchParams);
    case 'DELETE v1/holds/{number}':
      return release(operator, id ?? '');
    case 'POST v1/holds/{number}/ticket':
      return issue(operator, id ?? '', body);
    case 'GET v1/tickets':
      return listTickets(operator, url.searchParams);
    case 'DELETE v1/tickets/{number}':
      return giveBack(operator, id ?? '');
    case 'PUT v1/tickets/{number}/manifest':
      return takeManifest(operator, id ?? '', body);
    default:
      return refusal(404, 'not-found');
  }
}

/** 201 with a new hold, 200 with the one that this key has already. Places are not counted: they are the agency's own. */
function hold(operator: Operator, body: string, key: string | string[] | undefined): Answer {
  const parsed = holdInput.safeParse(parseJson(body));
  if (!parsed.success) return invalid(parsed.error);
  if (typeof key !== 'string' || key === '') return refusal(400, 'idempotency-key-missing');
  const { journal, options, faults } = operator;
  const known = holdsOf(operator).find((each) => each.key === key);
  if (known?.sailingId === parsed.data.sailingId) return { status: 200, body: known };
  if (known) return refusal(422, 'idempotency-key-reused');
  if (faults.refuses(parsed.data.sailingId)) return refusal(409, 'refused');
  const expiresAt = new Date(sandboxNow(options.clockFile) + HOLD_MINUTES * 60_000).toISOString();
  const made: Hold = { ...parsed.data, holdNumber: newNumber('VH'), key, status: 'held', expiresAt };
  journal.put([[`hold_${made.holdNumber}`, made]]);
  return { status: 201, body: made };
}

/** Holds as they are now: one whose time is over is expired, whether or not anybody noticed. */
function holdsOf({ journal, options }: Operator): Hold[] {
  const now = sandboxNow(options.clockFile);
  return journal
    .list<Hold>('hold_')
    .map((each) =>
      each.status === 'held' && Date.parse(each.expiresAt) <= now ? { ...each, status: 'expired' } : each,
    );
}

function listHolds(operator: Operator, query: URLSearchParams): Answer {
  const key = query.get('key');
  if (!key) return refusal(400, 'key-missing');
  return { status: 200, body: { data: holdsOf(operator).filter((each) => each.key === key) } };
}

function release(operator: Operator, number: string): Answer {
  const found = holdsOf(operator).find(({ holdNumber }) => holdNumber === number);
  if (!found) return refusal(404, 'not-found');
  if (found.status === 'ticketed') return refusal(409, 'ticketed');
  const released: Hold = { ...found, status: found.status === 'held' ? 'released' : found.status };
  operator.journal.put([[`hold_${number}`, released]]);
  return { status: 200, body: released };
}

/** A ticket of a hold; the one that it has already. 410 when its time is over. */
function issue(operator: Operator, number: string, body: string): Answer {
  const parsed = confirmationInput.safeParse(parseJson(body));
  if (!parsed.success) return invalid(parsed.error);
  const { journal, faults, options } = operator;
  const found = holdsOf(operator).find(({ holdNumber }) => holdNumber === number);
  if (!found) return refusal(404, 'not-found');
  if (found.status === 'ticketed') return { status: 200, body: found };
  if (found.status !== 'held') return refusal(410, 'gone');
  if (faults.refuses(found.sailingId)) return refusal(409, 'refused');
  const { sailingId, passengers, vehicles } = found;
  const ticket: Ticket = {
    ticketNumber: newNumber('VL'),
    holdNumber: number,
    ...parsed.data,
    sailingId,
    passengers,
    vehicles,
    status: 'issued',
    issuedAt: new Date(sandboxNow(options.clockFile)).toISOString(),
  };
  const ticketed: Hold = { ...found, status: 'ticketed', ticketNumber: ticket.ticketNumber };
  journal.put([
    [`ticket_${ticket.ticketNumber}`, ticket],
    [`hold_${number}`, ticketed],
  ]);
  return { status: 201, body: ticketed };
}

function listTickets({ journal }: Operator, query: URLSearchParams): Answer {
  const reference = query.get('bookingReference');
  if (!reference) return refusal(400, 'booking-reference-missing');
  const tickets = journal.list<Ticket>('ticket_').filter((ticket) => ticket.bookingReference === reference);
  return { status: 200, body: { data: tickets.map(({ manifest, ...ticket }) => ticket) } };
}

/** Gives the places back, all of the price with them; a ticket that was released before stays so. */
function giveBack({ journal }: Operator, number: string): Answer {
  const ticket = journal.get<Ticket>(`ticket_${number}`);
  if (!ticket) return refusal(404, 'not-found');
  const released: Ticket = { ...ticket, status: 'released' };
  if (ticket.status === 'issued') journal.put([[`ticket_${number}`, released]]);
  return { status: 200, body: { ticketNumber: number, status: released.status } };
}

function takeManifest({ journal }: Operator, number: string, body: string): Answer {
  const ticket = journal.get<Ticket>(`ticket_${number}`);
  const manifest = parseJson(body);
  if (!ticket) return refusal(404, 'not-found');
  if (manifest === undefined) return refusal(400, 'invalid');
  journal.put([[`ticket_${number}`, { ...ticket, manifest }]]);
  return { status: 204 };
}

/** Ten digits: two alike in one sandbox do not happen. */
const newNumber = (prefix: string) => `${prefix}${randomInt(10 ** 9, 10 ** 10)}`;

const refusal = (status: number, code: string): Answer => ({ status, body: { code } });
const invalid = (error: z.ZodError): Answer => ({
  status: 400,
  body: { code: 'invalid', detail: z.prettifyError(error) },
});
