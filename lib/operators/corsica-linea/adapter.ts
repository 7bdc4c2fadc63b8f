import type { z } from 'zod';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import type { WireRequest, WireResponse } from '../call/http';
import { type OperatorPort, SELLING } from '../port';
import { allOf, andThen, eachOnce, mapped, read, readText } from '../reading';
import { isFresh, isSignedBy } from '../signature';
import type { Surroundings } from '../surroundings';
import type { OrderState, RouteQuery } from '../words';
import { type CorsicaLineaSettings, corsicaLineaClient } from './client';
import { PORTS } from './codes';
import { toHoldAnswer, toNotice, toOffer, toOrderState, toProblem, toSailing, toTicketAnswer } from './map';
import { toWireManifest, toWireOrder } from './order';
import { cancellation, crossings, offers, reservation, webhook } from './wire';

/** A listing longer than that many pages goes round in circles. */
const MOST_PAGES = 100;

/** Corsica Linea. Its wire format and quirks: README.md. */
export function corsicaLineaOperator(
  settings: CorsicaLineaSettings,
  surroundings: Surroundings,
): OperatorPort {
  const ask = corsicaLineaClient(settings, surroundings);
  const { now } = surroundings;

  /** All pages of a listing: each links to the next, below the same base. */
  async function list<Wire, Item>(
    operation: string,
    { routeId, from, to }: RouteQuery,
    schema: z.ZodType<{ data: Wire[]; links: { next: string | null } }>,
    turn: (wire: Wire) => OperatorAnswer<Item>,
  ): Promise<OperatorAnswer<Item[]>> {
    const ends = PORTS.ends(routeId);
    if (!ends) return answered([]);
    const query = new URLSearchParams({
      'filter[from]': ends.from.theirs,
      'filter[to]': ends.to.theirs,
      'filter[since]': from,
      'filter[until]': to,
    });
    const readPage = (response: WireResponse) =>
      andThen(reading(schema)(response), ({ data, links }) =>
        mapped(allOf(data.map(turn)), (items) => ({ items, next: links.next })),
      );
    const items: Item[] = [];
    let path = `/${operation === 'timetable' ? 'crossings' : 'offers'}?${query}`;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await ask(operation, 'read', { method: 'GET', path }, readPage);
      if (!answer.ok) return answer;
      items.push(...answer.value.items);
      if (!answer.value.next) return answered(items);
      path = answer.value.next;
    }
    return problem({ kind: 'wrong-answer', why: 'a listing without end', effect: 'none' });
  }

  const reservationPath = (key: string) => `/reservations/${encodeURIComponent(key)}`;
  const ticketPath = (ref: string) => `/tickets/${encodeURIComponent(ref)}`;

  return {
    code: 'corsica-linea',
    capabilities: new Set(SELLING),

    async timetable(query) {
      const all = await list('timetable', query, crossings, (each) =>
        answered(toSailing(each, query.routeId)),
      );
      return mapped(all, (sailings) => eachOnce(sailings, (sailing) => sailing));
    },

    async offers(query) {
      const all = await list('offers', query, offers, (each) => toOffer(each, query.routeId, now()));
      return mapped(all, (found) => eachOnce(found, ({ sailing }) => sailing));
    },

    redirects: unsupported,

    /** A reservation is put under a name of ours: putting it again is the same one. */
    async hold(order) {
      const json = toWireOrder(order);
      if (!json) return problem({ kind: 'refused', reason: 'not-on-sale' });
      const request: WireRequest = {
        method: 'PUT',
        path: reservationPath(order.orderKey),
        json,
        ...(order.expectedCents !== undefined && { headers: { 'if-price': String(order.expectedCents) } }),
      };
      return ask('hold', 'keyed', request, (response) =>
        andThen(reading(reservation)(response), ({ data }) => toHoldAnswer(data, now())),
      );
    },

    confirm(holdRef, bookingReference) {
      const path = `${reservationPath(holdRef)}/issue`;
      const json = { 'partner-reference': bookingReference };
      return ask('confirm', 'keyed', { method: 'POST', path, json }, (response) =>
        andThen(reading(reservation)(response), ({ data }) => toTicketAnswer(data)),
      );
    },

    release(holdRef) {
      return ask('release', 'keyed', { method: 'DELETE', path: reservationPath(holdRef) }, (response) => {
        const said = acknowledged(response);
        return !said.ok && said.problem.kind === 'gone' ? answered(null) : said;
      });
    },

    find(orderKey) {
      return ask('find', 'read', { method: 'GET', path: reservationPath(orderKey) }, (response) => {
        const said = reading(reservation)(response);
        if (!said.ok && said.problem.kind === 'gone') return answered<OrderState>({ state: 'unknown' });
        return mapped(said, ({ data }) => toOrderState(data, now()));
      });
    },

    cancel(ticketRef) {
      return ask('cancel', 'keyed', { method: 'DELETE', path: ticketPath(ticketRef) }, (response) =>
        mapped(reading(cancellation)(response), ({ data: { attributes } }) => ({
          keptCents: attributes.retained.minor,
          returnedCents: attributes.refunded.minor,
        })),
      );
    },

    sendManifest(ticketRef, manifest) {
      const request = {
        method: 'PUT',
        path: `${ticketPath(ticketRef)}/manifest`,
        json: toWireManifest(manifest),
      } as const;
      return ask('manifest', 'keyed', request, acknowledged);
    },

    /** Standard Webhooks: `v1,<base64>` over `<id>.<seconds>.<body>`; several signatures while a secret changes. */
    readWebhook({ headers, body }, now) {
      const deliveryId = headers['webhook-id'] ?? '';
      const at = headers['webhook-timestamp'] ?? '';
      const signatures = (headers['webhook-signature'] ?? '')
        .split(' ')
        .filter((each) => each.startsWith('v1,'));
      const signed = signatures.some((each) =>
        isSignedBy(settings.webhookSecret, `${deliveryId}.${at}.${body}`, {
          signature: each.slice(3),
          hash: 'sha256',
          encoding: 'base64',
        }),
      );
      if (!signed || !deliveryId || !isFresh(Number(at) * 1000, now))
        return problem({ kind: 'refused', reason: 'signature' });
      return mapped(readText(webhook, body), ({ changes }) => ({
        deliveryId,
        notices: changes.map(toNotice).filter((notice) => notice !== null),
      }));
    },
  };
}

/** What was asked for, by its schema, or Corsica Linea's problem. */
function reading<Schema extends z.ZodType>(schema: Schema) {
  return (response: WireResponse): OperatorAnswer<z.output<Schema>> =>
    response.status === 200 || response.status === 201 ? read(schema, response.body) : toProblem(response);
}

function acknowledged(response: WireResponse): OperatorAnswer<null> {
  return response.status === 204 ? answered(null) : toProblem(response);
}
