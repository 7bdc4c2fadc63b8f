import { localOperator } from './local/adapter';
import type { TicketPort } from './ticket-port';

/** Who speaks for which operator. Until operators have adapters of their own, the local operator carries for all. */
export function operatorFor(_operatorCode: string): TicketPort {
  return localOperator;
}
