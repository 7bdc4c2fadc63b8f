import type { z } from 'zod';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import type { WireResponse } from '../call/http';
import { type OperatorPort, SELLING } from '../port';
import { andThen, eachOnce, mapped, read, readText } from '../reading';
import { isFresh, isSignedBy } from '../signature';
import type { Surroundings } from '../surroundings';
import type { RouteQuery } from '../words';
import { type GnvSettings, gnvClient } from './client';
import { PORTS } from './codes';
import {
  centsOf,
  toHoldAnswer,
  toNotice,
  toOffer,
  toOrderState,
  toProblem,
  toSailing,
  toTicketAnswer,
} from './map';
import { toWireOrder, toWirePassengers } from './order';
import { availabilityPage, cancellation, departurePage, option, optionList, webhook } from './wire';

/** GNV. Its wire format and quirks: README.md. */
export function gnvOperator(settings: GnvSettings, surroundings: Surroundings): OperatorPort {
  const ask = gnvClient(settings, surroundings);

  /** All pages of a listing, one after the other. */
  async function list<Wire, Item>(
    operation: string,
    query: RouteQuery,
    schema: z.ZodType<{ items: Wire[]; pageCount: number }>,
    turn: (wire: Wire) => Item,
  ): Promise<OperatorAnswer<Item[]>> {
    const ends = PORTS.ends(query.routeId);
    if (!ends) return answered([]);
    const items: Item[] = [];
    for (let page = 1, pageCount = 1; page <= pageCount; page++) {
      const search = new URLSearchParams({
        departurePort: ends.from.theirs,
        arrivalPort: ends.to.theirs,
        dateFrom: query.from,
        dateTo: query.to,
        page: String(page),
      });
      const path = `/v2/${operation === 'timetable' ? 'departures' : 'availability'}?${search}`;
      const answer = await ask(operation, 'read', { method: 'GET', path }, reading(schema));
      if (!answer.ok) return answer;
      items.push(...answer.value.items.map(turn));
      pageCount = answer.value.pageCount;
    }
    return answered(items);
  }

  return {
    code: 'gnv',
    capabilities: new Set(SELLING),

    async timetable(query) {
      const all = await list('timetable', query, departurePage, (each) => toSailing(each, query.routeId));
      return mapped(all, (sailings) => eachOnce(sailings, (sailing) => sailing));
    },

    async offers(query) {
      const seenAt = surroundings.now();
      const all = await list('offers', query, availabilityPage, (each) =>
        toOffer(each, query.routeId, seenAt),
      );
      return mapped(all, (found) => eachOnce(found, ({ sailing }) => sailing));
    },

    redirects: unsupported,

    async hold(order) {
      const json = toWireOrder(order);
      if (!json) return problem({ kind: 'refused', reason: 'NOT_SOLD_BY_GNV' });
      const headers = { 'idempotency-key': order.orderKey };
      const request = { method: 'POST', path: '/v2/options', headers, json } as const;
      return ask('hold', 'keyed', request, (response) => andThen(reading(option)(response), toHoldAnswer));
    },

    confirm(holdRef, bookingReference) {
      const path = `/v2/options/${encodeURIComponent(holdRef)}/confirm`;
      const json = { agencyReference: bookingReference };
      return ask('confirm', 'keyed', { method: 'POST', path, json }, (response) =>
        andThen(reading(option)(response), toTicketAnswer),
      );
    },

    release(holdRef) {
      const path = `/v2/options/${encodeURIComponent(holdRef)}`;
      return ask('release', 'keyed', { method: 'DELETE', path }, (response) => {
        const said = acknowledged(response);
        return !said.ok && said.problem.kind === 'gone' ? answered(null) : said;
      });
    },

    find(orderKey) {
      const path = `/v2/options?${new URLSearchParams({ key: orderKey })}`;
      return ask('find', 'read', { method: 'GET', path }, (response) =>
        mapped(reading(optionList)(response), ({ items }) => toOrderState(items[0])),
      );
    },

    cancel(ticketRef) {
      const path = `/v2/tickets/${encodeURIComponent(ticketRef)}/cancel`;
      return ask('cancel', 'keyed', { method: 'POST', path }, (response) =>
        mapped(reading(cancellation)(response), ({ penalty, refund }) => ({
          keptCents: centsOf(penalty),
          returnedCents: centsOf(refund),
        })),
      );
    },

    sendManifest(ticketRef, manifest) {
      const path = `/v2/tickets/${encodeURIComponent(ticketRef)}/passengers`;
      const json = toWirePassengers(manifest);
      return ask('manifest', 'keyed', { method: 'PUT', path, json }, acknowledged);
    },

    /** `x-gnv-signature: t=<seconds>,v1=<hex>`, over `<seconds>.<body>`. */
    readWebhook({ headers, body }, now) {
      const [, at = '', signature = ''] =
        /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-gnv-signature'] ?? '') ?? [];
      const signed = { signature, hash: 'sha256', encoding: 'hex' } as const;
      if (!isSignedBy(settings.webhookSecret, `${at}.${body}`, signed) || !isFresh(Number(at) * 1000, now))
        return problem({ kind: 'refused', reason: 'signature' });
      return mapped(readText(webhook, body), ({ eventId, events }) => ({
        deliveryId: eventId,
        notices: events.map(toNotice).filter((notice) => notice !== null),
      }));
    },
  };
}

/** What was asked for, by its schema, or GNV's reason why not. */
function reading<Schema extends z.ZodType>(schema: Schema) {
  return (response: WireResponse): OperatorAnswer<z.output<Schema>> =>
    response.status === 200 || response.status === 201 ? read(schema, response.body) : toProblem(response);
}

function acknowledged(response: WireResponse): OperatorAnswer<null> {
  return response.status === 200 || response.status === 204 ? answered(null) : toProblem(response);
}
