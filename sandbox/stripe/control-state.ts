import { z } from 'zod';
import type { Journal } from '../journal';
import type { Refund } from './objects';

/** How requests to the API go wrong. */
export const fault = z.object({
  /** `error` answers 500, `refused` 400, `timeout` never answers, `nonsense` answers 200 with HTML, `slow` answers late. */
  mode: z.enum(['ok', 'error', 'refused', 'timeout', 'nonsense', 'slow']),
  /** Only this method and only paths that start so. */
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  path: z.string().startsWith('/').optional(),
  /** For how many requests; without it until it is set to ok. */
  times: z.number().int().min(1).optional(),
  /** The work is done all the same, only the answer is lost. */
  applied: z.boolean().default(false),
  delayMs: z.number().int().min(0).max(120_000).default(2_000),
});
export type Fault = z.infer<typeof fault>;

export const hold = z.object({ held: z.boolean(), types: z.array(z.string()).optional() });
export const refundMode = z.object({ mode: z.enum(['succeeded', 'pending', 'failed']) });

type State = {
  readonly hold: z.infer<typeof hold>;
  readonly fault: Fault;
  readonly refunds: Refund['status'];
};

const NORMAL: State = {
  hold: { held: false },
  fault: { mode: 'ok', applied: false, delayMs: 0 },
  refunds: 'succeeded',
};

/** What tests have asked for; it survives a restart. */
export type Control = {
  readonly state: () => State;
  readonly set: (changes: Partial<State>) => void;
  readonly reset: () => void;
  readonly isHeld: (eventType: string) => boolean;
  /** The fault for this request, counting it. */
  readonly takeFault: (method: string, path: string) => Fault;
};

export function openControl(journal: Journal): Control {
  const state = (): State => journal.get<State>('control') ?? NORMAL;
  const set = (changes: Partial<State>): void => journal.put([['control', { ...state(), ...changes }]]);
  return {
    state,
    set,
    reset: () => set(NORMAL),
    isHeld: (eventType) => {
      const { held, types } = state().hold;
      return held && (types === undefined || types.includes(eventType));
    },
    takeFault: (method, path) => {
      const current = state().fault;
      const meant =
        current.mode !== 'ok' &&
        (current.method === undefined || current.method === method) &&
        (current.path === undefined || path.startsWith(current.path));
      if (!meant) return NORMAL.fault;
      if (current.times === 1) set({ fault: NORMAL.fault });
      else if (current.times) set({ fault: { ...current, times: current.times - 1 } });
      return current;
    },
  };
}
