import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { supplyReads } from '@/db/schema/supply';
import { callMetrics } from '@/lib/operators/call/metrics';
import { suppliers } from '@/lib/operators/registry';
import { type SupplyState, supplyState } from './age-rules';

const CURRENT: SupplyState = { state: 'current' };

/** How well the prices and places of a direction are known, by company. Who is not followed has nothing to be asked for. */
export async function supplyStates(routeId: string, now: Date): Promise<(company: string) => SupplyState> {
  if (suppliers.size === 0) return () => CURRENT;
  const reads = await db.select().from(supplyReads).where(eq(supplyReads.routeId, routeId));
  const states = new Map<string, SupplyState>();
  for (const read of reads)
    for (const company of suppliers.get(read.supplier)?.companies ?? [])
      states.set(company, supplyState(read, now));
  return (company) => states.get(company) ?? CURRENT;
}

/** How a followed operator does, for whoever watches over the site. */
export interface SupplierHealth {
  readonly supplier: string;
  /** Of this process: whether its calls go out, and what came of them since the start. */
  readonly circuit: string;
  readonly calls: readonly {
    readonly operation: string;
    readonly outcomes: Readonly<Record<string, number>>;
    readonly attempts: number;
    readonly meanMs: number;
    readonly slowestMs: number;
  }[];
  /** The direction whose answer is the oldest; null while none was asked for. */
  readonly oldestAnswerAt: string | null;
  readonly directions: number;
  /** Directions whose last answer was none, by why. */
  readonly problems: Readonly<Record<string, number>>;
}

/** All followed operators: looks at their timetables by all processes, calls of this one. */
export async function supplyHealth(): Promise<SupplierHealth[]> {
  if (suppliers.size === 0) return [];
  const reads = await db.select().from(supplyReads).orderBy(asc(supplyReads.answeredAt));
  const circuits = callMetrics.circuits();
  const figures = callMetrics.figures();
  return [...suppliers.keys()].map((supplier) => {
    const own = reads.filter((read) => read.supplier === supplier);
    const problems: Record<string, number> = {};
    for (const { problem } of own) if (problem) problems[problem] = (problems[problem] ?? 0) + 1;
    const unanswered = own.some(({ answeredAt }) => answeredAt === null);
    return {
      supplier,
      circuit: circuits[supplier] ?? 'closed',
      calls: figures
        .filter(({ operator }) => operator === supplier)
        .map(({ operation, outcomes, attempts, totalMs, slowestMs }) => {
          const count = Object.values(outcomes).reduce((sum, each) => sum + each, 0);
          const meanMs = Math.round(totalMs / Math.max(1, count));
          return { operation, outcomes, attempts, meanMs, slowestMs: Math.round(slowestMs) };
        }),
      oldestAnswerAt: unanswered ? null : (own[0]?.answeredAt?.toISOString() ?? null),
      directions: own.length,
      problems,
    };
  });
}
