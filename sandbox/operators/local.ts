import { randomInt } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { sandboxNow } from '../clock';
import { type Exchange, listen, sendHtml, sendJson } from '../http-server';
import { type Journal, openJournal } from '../journal';
import type { Service } from '../service';

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

const controlInput = z.strictObject({
  /** `down` answers 503, `timeout` never answers, `nonsense` answers HTML, `slow` answers after `delayMs`. */
  mode: z.enum(['ok', 'down', 'timeout', 'nonsense', 'slow']).optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** For how many requests the mode holds; without it until it is changed. */
  times: z.number().int().min(1).nullable().optional(),
  /** The work is done all the same, only the answer is lost. */
  applied: z.boolean().optional(),
  /** Sailings for which no ticket is given; `*` means all. */
  refused: z.array(z.string()).optional(),
});
type Control = Required<z.infer<typeof controlInput>>;

const NORMAL: Control = { mode: 'ok', delayMs: 2_000, times: null, applied: false, refused: [] };
const HANG_MS = 120_000;

type Operator = { readonly journal: Journal; readonly options: LocalOperatorOptions };
type Answer = { readonly status: number; readonly body: unknown };

/**
 * Starts the operator whose ships are our own stock: an HTTP service that gives ticket numbers, in its own book,
 * as a real operator's system would.
 */
export async function startLocalOperator(options: LocalOperatorOptions): Promise<Service> {
  const operator: Operator = { journal: openJournal(path.join(options.dataDir, 'operator.jsonl')), options };
  const server = await listen(options.port, (exchange) =>
    exchange.url.pathname === '/_control' ? serveControl(exchange, operator) : serve(exchange, operator),
  );
  return { url: server.url, stop: server.close };
}

const controlOf = ({ journal }: Operator): Control => journal.get<Control>('control') ?? NORMAL;

/** `GET /_control` shows what is set, `POST` changes it, `DELETE` puts everything back. */
async function serveControl({ method, body, response }: Exchange, operator: Operator): Promise<void> {
  if (method === 'DELETE') operator.journal.put([['control', NORMAL]]);
  if (method === 'POST') {
    const parsed = controlInput.safeParse(parseJson(body));
    if (!parsed.success) return sendJson(response, 400, { error: z.prettifyError(parsed.error) });
    operator.journal.put([['control', { ...controlOf(operator), ...parsed.data }]]);
  }
  const tickets = operator.journal.list<Ticket>('ticket_').length;
  sendJson(response, 200, { ...controlOf(operator), tickets });
}

async function serve(exchange: Exchange, operator: Operator): Promise<void> {
  const { response, headers } = exchange;
  const { mode, delayMs, applied } = takeMode(operator);
  if (mode === 'slow') await sleep(delayMs);
  const working = mode === 'ok' || mode === 'slow';
  const authorized = headers.authorization === `Bearer ${operator.options.key}`;
  const answer =
    authorized && (working || applied) ? answerTo(exchange, operator) : refusal(401, 'unauthorized');
  if (working) return sendJson(response, answer.status, answer.body);
  if (mode === 'nonsense') return sendHtml(response, 200, '<html><body>Maintenance</body></html>');
  if (mode === 'down') return sendJson(response, 503, { code: 'unavailable' });
  await sleep(HANG_MS, undefined, { ref: false });
  response.destroy();
}

/** The mode for this request, counting it. */
function takeMode(operator: Operator): Control {
  const control = controlOf(operator);
  if (control.mode === 'ok' || control.times === null) return control;
  const left = control.times - 1;
  const next = left > 0 ? { ...control, times: left } : { ...control, mode: 'ok' as const, times: null };
  operator.journal.put([['control', next]]);
  return control;
}

function answerTo({ method, url, headers, body }: Exchange, operator: Operator): Answer {
  const [, version, kind, id, action] = url.pathname.split('/').map(decodeURIComponent);
  if (version !== 'v1') return refusal(404, 'not-found');
  if (kind === 'tickets' && !id && method === 'POST')
    return issue(operator, body, headers['idempotency-key']);
  if (kind === 'tickets' && !id && method === 'GET') return list(operator, url.searchParams);
  if (kind === 'tickets' && id && method === 'DELETE') return release(operator, id);
  if (kind === 'sailings' && id && action === 'check' && method === 'POST') {
    return { status: 200, body: { sellable: !isRefused(operator, id) } };
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
  if (isRefused(operator, input.sailingId)) return refusal(409, 'refused');
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

function isRefused(operator: Operator, sailingId: string): boolean {
  const { refused } = controlOf(operator);
  return refused.includes(sailingId) || refused.includes('*');
}

function newNumber(journal: Journal): string {
  const number = `VL${randomInt(10 ** 9, 10 ** 10)}`;
  return journal.get(`ticket_${number}`) ? newNumber(journal) : number;
}

const refusal = (status: number, code: string): Answer => ({ status, body: { code } });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
