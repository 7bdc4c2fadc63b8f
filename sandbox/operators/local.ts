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

/** A ticket in the operator's own book. */
type Ticket = {
  readonly ticketNumber: string;
  readonly bookingReference: string;
  readonly legPosition: number;
  readonly sailingId: string;
  readonly passengers: number;
  readonly vehicles: number;
  readonly status: 'issued' | 'released';
  readonly issuedAt: string;
};

const ticketInput = z.strictObject({
  bookingReference: z.string().min(1).max(64),
  legPosition: z.number().int().min(0),
  sailingId: z.string().min(1).max(128),
  passengers: z.number().int().min(0),
  vehicles: z.number().int().min(0),
});

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
  if (version !== 'v1') return refusal(404, 'not-found');
  if (kind === 'tickets' && !id && method === 'POST')
    return issue(operator, body, headers['idempotency-key']);
  if (kind === 'tickets' && !id && method === 'GET') return list(operator, url.searchParams);
  if (kind === 'tickets' && id && method === 'DELETE') return release(operator, id);
  if (kind === 'sailings' && id && action === 'check' && method === 'POST') {
    return { status: 200, body: { sellable: !operator.faults.refuses(id) } };
  }
  return refusal(404, 'not-found');
}

/** 201 with a new ticket, 200 with the one that this key or this leg of the booking has already. */
function issue(operator: Operator, body: string, key: string | string[] | undefined): Answer {
  const { journal, options } = operator;
  const parsed = ticketInput.safeParse(parseJson(body));
  if (!parsed.success)
    return { status: 400, body: { code: 'invalid', detail: z.prettifyError(parsed.error) } };
  if (typeof key !== 'string' || key === '') return refusal(400, 'idempotency-key-missing');
  const input = parsed.data;
  const known = journal.get<string>(`key_${key}`);
  const existing = journal
    .list<Ticket>('ticket_')
    .find(
      (ticket) => ticket.ticketNumber === known || (isSameLeg(ticket, input) && ticket.status === 'issued'),
    );
  if (existing && !isSameLeg(existing, input)) return refusal(422, 'idempotency-key-reused');
  if (existing) return { status: 200, body: existing };
  if (operator.faults.refuses(input.sailingId)) return refusal(409, 'refused');
  const ticket: Ticket = {
    ticketNumber: newNumber(journal),
    ...input,
    status: 'issued',
    issuedAt: new Date(sandboxNow(options.clockFile)).toISOString(),
  };
  journal.put([
    [`ticket_${ticket.ticketNumber}`, ticket],
    [`key_${key}`, ticket.ticketNumber],
  ]);
  return { status: 201, body: ticket };
}

function isSameLeg(ticket: Ticket, input: z.infer<typeof ticketInput>): boolean {
  return ticket.bookingReference === input.bookingReference && ticket.legPosition === input.legPosition;
}

function list({ journal }: Operator, query: URLSearchParams): Answer {
  const reference = query.get('bookingReference');
  if (!reference) return refusal(400, 'booking-reference-missing');
  const tickets = journal.list<Ticket>('ticket_').filter((ticket) => ticket.bookingReference === reference);
  return { status: 200, body: { data: tickets } };
}

/** Gives the places back; a ticket that was released before stays so. */
function release({ journal }: Operator, number: string): Answer {
  const ticket = journal.get<Ticket>(`ticket_${number}`);
  if (!ticket) return refusal(404, 'not-found');
  const released: Ticket = { ...ticket, status: 'released' };
  if (ticket.status === 'issued') journal.put([[`ticket_${number}`, released]]);
  return { status: 200, body: released };
}

function newNumber(journal: Journal): string {
  const number = `VL${randomInt(10 ** 9, 10 ** 10)}`;
  return journal.get(`ticket_${number}`) ? newNumber(journal) : number;
}

const refusal = (status: number, code: string): Answer => ({ status, body: { code } });
