import type { z } from 'zod';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import type { WireResponse } from '../call/http';
import type { OperatorPort } from '../port';
import { andThen, mapped, read } from '../reading';
import type { Surroundings } from '../surroundings';
import { type LocalSettings, localClient } from './client';
import { toHoldAnswer, toOrderState, toProblem, toTicketAnswer, toWireOrder } from './map';
import { wireHold, wireHolds } from './wire';

export const LOCAL = 'local';

/** The local operator: a desk that makes tickets of places that are ours by contract (README.md). */
export function localOperator(settings: LocalSettings, surroundings: Surroundings): OperatorPort {
  const ask = localClient(settings, surroundings);
  const at = (what: 'holds' | 'tickets', ref: string, action = '') =>
    `/v1/${what}/${encodeURIComponent(ref)}${action}`;

  return {
    code: LOCAL,
    capabilities: new Set(['hold', 'cancel', 'manifest']),
    timetable: unsupported,
    offers: unsupported,
    redirects: unsupported,

    hold(order) {
      const headers = { 'idempotency-key': order.orderKey };
      const request = { method: 'POST', path: '/v1/holds', headers, json: toWireOrder(order) } as const;
      return ask('hold', 'keyed', request, (response) => andThen(reading(wireHold)(response), toHoldAnswer));
    },

    confirm(holdRef, bookingReference) {
      const request = {
        method: 'POST',
        path: at('holds', holdRef, '/ticket'),
        json: { bookingReference },
      } as const;
      return ask('confirm', 'keyed', request, (response) =>
        andThen(reading(wireHold)(response), toTicketAnswer),
      );
    },

    release(holdRef) {
      return ask('release', 'keyed', { method: 'DELETE', path: at('holds', holdRef) }, noMore);
    },

    find(orderKey) {
      const path = `/v1/holds?${new URLSearchParams({ key: orderKey })}`;
      return ask('find', 'read', { method: 'GET', path }, (response) =>
        mapped(reading(wireHolds)(response), ({ data }) => toOrderState(data[0])),
      );
    },

    /** Nothing is kept: the places go back to our own stock. */
    async cancel(ticketRef) {
      const request = { method: 'DELETE', path: at('tickets', ticketRef) } as const;
      return mapped(await ask('cancel', 'keyed', request, noMore), () => ({
        keptCents: 0,
        returnedCents: 0,
      }));
    },

    sendManifest(ticketRef, manifest) {
      const request = { method: 'PUT', path: at('tickets', ticketRef, '/manifest'), json: manifest } as const;
      return ask('manifest', 'keyed', request, done);
    },

    readWebhook: () => problem({ kind: 'unsupported' }),
  };
}

function reading<Schema extends z.ZodType>(schema: Schema) {
  return (response: WireResponse): OperatorAnswer<z.output<Schema>> =>
    response.status === 200 || response.status === 201 ? read(schema, response.body) : toProblem(response);
}

function done(response: WireResponse): OperatorAnswer<null> {
  return response.status === 200 || response.status === 204 ? answered(null) : toProblem(response);
}

/** What is not there any more is given back already. */
function noMore(response: WireResponse): OperatorAnswer<null> {
  const said = done(response);
  return !said.ok && said.problem.kind === 'gone' ? answered(null) : said;
}
