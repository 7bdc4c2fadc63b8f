import type { z } from 'zod';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import type { OperatorPort } from '../port';
import { allOf, andThen, eachOnce, mapped, read } from '../reading';
import type { Surroundings } from '../surroundings';
import type { RouteQuery } from '../words';
import { type LykoSettings, lykoClient, type Said } from './client';
import {
  ERRORS,
  toCancellation,
  toHoldAnswer,
  toOffer,
  toOrderState,
  toProblem,
  toSailing,
  toTicketAnswer,
} from './map';
import { toWireOrder, toWirePassengers } from './order';
import { order, orders, pricedTrips, refund, refundQuote, trips } from './wire';

/** A listing longer than that many pages goes round in circles. */
const MOST_PAGES = 100;

/** Lyko, who sells for several companies. Its wire format and quirks: README.md. */
export function lykoOperator(settings: LykoSettings, surroundings: Surroundings): OperatorPort {
  const client = lykoClient(settings, surroundings);

  /** All pages of a search; `turn` answers null for what is not ours to sell. */
  async function search<Wire, Item>(
    operation: string,
    { routeId, from: firstDay, to: lastDay }: RouteQuery,
    schema: z.ZodType<{ total: number; trips: Wire[] }>,
    turn: (wire: Wire) => OperatorAnswer<Item | null>,
  ): Promise<OperatorAnswer<Item[]>> {
    const [from, to] = routeId.split('-');
    const prices = operation === 'offers';
    const items: Item[] = [];
    let offset = 0;
    for (let page = 0; page < MOST_PAGES; page++) {
      const params = { from, to, firstDay, lastDay, prices, offset };
      const answer = await client.ask(operation, 'read', 'ferry.search', params, (said) =>
        andThen(reading(schema)(said), ({ total, trips }) =>
          mapped(allOf(trips.map(turn)), (turned) => ({ total, told: trips.length, turned })),
        ),
      );
      if (!answer.ok) return answer;
      const { total, told, turned } = answer.value;
      items.push(...turned.filter((item) => item !== null));
      offset += told;
      if (offset >= total || told === 0) return answered(items);
    }
    return problem({ kind: 'wrong-answer', why: 'a listing without end', effect: 'none' });
  }

  return {
    code: 'lyko',
    capabilities: new Set(['timetable', 'offers', 'hold', 'cancel', 'manifest']),

    async timetable(query) {
      const all = await search('timetable', query, trips, (each) => answered(toSailing(each, query.routeId)));
      return mapped(all, (sailings) => eachOnce(sailings, (sailing) => sailing));
    },

    async offers(query) {
      const seenAt = surroundings.now();
      const all = await search('offers', query, pricedTrips, (each) => toOffer(each, query.routeId, seenAt));
      return mapped(all, (found) => eachOnce(found, ({ sailing }) => sailing));
    },

    redirects: unsupported,

    async hold(wanted) {
      const params = toWireOrder(wanted);
      if (!params) return problem({ kind: 'refused', reason: 'not in the catalogue' });
      return client.ask('hold', 'keyed', 'ferry.hold', params, (said) =>
        andThen(reading(order)(said), toHoldAnswer),
      );
    },

    confirm(orderId, reference) {
      return client.ask('confirm', 'keyed', 'ferry.confirm', { orderId, reference }, (said) =>
        andThen(reading(order)(said), toTicketAnswer),
      );
    },

    release(orderId) {
      return client.ask('release', 'keyed', 'ferry.release', { orderId }, (said) => {
        const answer = acknowledged(said);
        return !answer.ok && answer.problem.kind === 'gone' ? answered(null) : answer;
      });
    },

    find(requestId) {
      return client.ask('find', 'read', 'ferry.find', { requestId }, (said) =>
        mapped(reading(orders)(said), (all) => toOrderState(all.orders[0])),
      );
    },

    /** In two steps: what would be returned, then that it shall be. What was returned before is told by the first. */
    cancel(ticketId) {
      return client.attempts('cancel', 'keyed', async (attempt, signal) => {
        const quoted = await attempt('ferry.refundQuote', { ticketId }, signal);
        if (!quoted.ok) return quoted;
        const said = quoted.value;
        if (!said.well && said.error.code === ERRORS.refunded)
          return mapped(read(refund, said.error.data), toCancellation);
        const quote = reading(refundQuote)(said);
        if (!quote.ok) return quote;
        const done = await attempt('ferry.refund', { quoteId: quote.value.quoteId }, signal);
        return mapped(andThen(done, reading(refund)), toCancellation);
      });
    },

    sendManifest(ticketId, manifest) {
      const params = toWirePassengers(ticketId, manifest);
      return client.ask('manifest', 'keyed', 'ferry.passengers', params, acknowledged);
    },

    readWebhook: () => problem({ kind: 'unsupported' }),
  };
}

/** What was asked for, by its schema, or Lyko's reason why not. */
function reading<Schema extends z.ZodType>(schema: Schema) {
  return (said: Said): OperatorAnswer<z.output<Schema>> =>
    said.well ? read(schema, said.result) : problem(toProblem(said.error));
}

function acknowledged(said: Said): OperatorAnswer<null> {
  return said.well ? answered(null) : problem(toProblem(said.error));
}
