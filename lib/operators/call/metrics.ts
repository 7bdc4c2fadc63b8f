import type { OperatorProblem } from '../answer';

export type Outcome = 'ok' | OperatorProblem['kind'];
export type CircuitState = 'closed' | 'open' | 'trying';

/** One finished call: all its attempts together. */
export interface CallRecord {
  readonly operator: string;
  readonly operation: string;
  readonly outcome: Outcome;
  readonly attempts: number;
  /** From asking to answering, waiting and repeating included. */
  readonly ms: number;
}

export interface OperationFigures {
  readonly operator: string;
  readonly operation: string;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly attempts: number;
  readonly totalMs: number;
  readonly slowestMs: number;
}

/** Counts since the start of the process. */
export interface CallMetrics {
  record(call: CallRecord): void;
  circuit(operator: string, state: CircuitState): void;
  figures(): readonly OperationFigures[];
  circuits(): Readonly<Record<string, CircuitState>>;
}

export function newCallMetrics(): CallMetrics {
  const operations = new Map<string, OperationFigures>();
  const states = new Map<string, CircuitState>();
  return {
    record({ operator, operation, outcome, attempts, ms }) {
      const key = `${operator} ${operation}`;
      const before = operations.get(key);
      operations.set(key, {
        operator,
        operation,
        outcomes: { ...before?.outcomes, [outcome]: (before?.outcomes[outcome] ?? 0) + 1 },
        attempts: (before?.attempts ?? 0) + attempts,
        totalMs: (before?.totalMs ?? 0) + ms,
        slowestMs: Math.max(before?.slowestMs ?? 0, ms),
      });
    },
    circuit: (operator, state) => void states.set(operator, state),
    figures: () => [...operations.values()],
    circuits: () => Object.fromEntries(states),
  };
}

/** Of this process. */
export const callMetrics = newCallMetrics();
