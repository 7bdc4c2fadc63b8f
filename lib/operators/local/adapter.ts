import type { TicketPort } from '../ticket-port';
import { askOperator, unavailable } from './client';
import { toAnswer, toWireOrder } from './map';
import { wireCheck } from './wire';

/** The local operator: carries for every company until companies have adapters of their own. */
export const localOperator: TicketPort = {
  async check(order) {
    const path = `/v1/sailings/${encodeURIComponent(order.sailingId)}/check`;
    const { status, body } = await askOperator('POST', path, { body: toWireOrder(order) });
    const answer = wireCheck.safeParse(body);
    if (status !== 200 || !answer.success) throw unavailable(`check answered ${status}`);
    return answer.data.sellable;
  },

  async confirm(order) {
    const { status, body } = await askOperator('POST', '/v1/tickets', {
      body: toWireOrder(order),
      idempotencyKey: order.idempotencyKey,
    });
    const answer = toAnswer(status, body);
    if (!answer) throw unavailable(`ticket answered ${status}`);
    return answer;
  },

  async release(ticketReference) {
    const path = `/v1/tickets/${encodeURIComponent(ticketReference)}`;
    const { status } = await askOperator('DELETE', path);
    if (status !== 200 && status !== 204 && status !== 404) throw unavailable(`release answered ${status}`);
  },
};
