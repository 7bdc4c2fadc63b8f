import { answered, type OperatorAnswer } from '@/lib/operators/answer';
import type { OperatorSailing, RouteQuery, SailingOffer } from '@/lib/operators/words';
import type { Supplier } from '../sync-direction';
import type { KnownSailing, ToldOffer, ToldSailing } from '../types';
import { toldOffer, toldSailing } from './told';

/** An operator that tells what it is made of, and can be changed. */
export interface RehearsedOperator extends Supplier {
  /** By our id of the sailing. */
  readonly timetable: Map<string, ToldSailing>;
  readonly offers: Map<string, ToldOffer>;
  /** Given instead of an answer, when there is one. */
  problem: Extract<OperatorAnswer<never>, { ok: false }> | null;
  /** Done while the operator is asked. */
  meanwhile: () => Promise<void>;
}

/** One that tells exactly what we have of these sailings. */
export function rehearsedOperator(
  code: string,
  sailings: readonly KnownSailing[],
  shipName: (code: string) => string,
): RehearsedOperator {
  const timetable = new Map(sailings.map((each) => [each.id, toldSailing(each, shipName(each.shipCode))]));
  const offers = new Map(sailings.map((each) => [each.id, toldOffer(each)]));
  const told = (id: string, { routeId, from, to }: RouteQuery) => {
    const sailing = timetable.get(id);
    const day = sailing?.departsAt.toISOString().slice(0, 10) ?? '';
    return sailing?.routeId === routeId && day >= from && day <= to;
  };
  const operator: RehearsedOperator = {
    companies: [code],
    timetable,
    offers,
    problem: null,
    meanwhile: async () => undefined,
    port: {
      code,
      async timetable(query) {
        await operator.meanwhile();
        if (operator.problem) return operator.problem;
        const some = [...timetable].filter(([id]) => told(id, query));
        return answered(some.map(([, sailing]): OperatorSailing => sailing));
      },
      async offers(query) {
        if (operator.problem) return operator.problem;
        const some = [...offers].filter(([id]) => told(id, query));
        return answered(some.map(([, offer]) => offer as unknown as SailingOffer));
      },
    },
  };
  return operator;
}
