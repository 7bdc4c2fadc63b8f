import type { LiveSailing } from '@/lib/realtime/protocol';

/** What is known by the live channel, for all that stands on the page. */
export interface LiveState {
  /** What is shown is true now, and changes as it happens. */
  readonly connected: boolean;
  /** By their ids, those that were heard of. */
  readonly sailings: ReadonlyMap<string, LiveSailing>;
  /** What changed last, in words. */
  readonly said: string;
}

export const NOTHING: LiveState = { connected: false, sailings: new Map(), said: '' };
/** As much is said at once: who listens is not kept from reading. */
const SAY_EVERY_MS = 2000;
const MAX_SAID = 3;

let state = NOTHING;
const listeners = new Set<() => void>();
let toSay: string[] = [];
let saying = false;

export function liveState(): LiveState {
  return state;
}

export function onLiveChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(part: Partial<LiveState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

/** Whether what is shown is alive. */
export function setConnected(connected: boolean): void {
  if (connected !== state.connected) change({ connected });
}

/** Takes what is left of some sailings. */
export function setSailings(newer: readonly LiveSailing[]): void {
  if (newer.length === 0) return;
  const sailings = new Map(state.sailings);
  for (const sailing of newer) sailings.set(sailing.sailingId, sailing);
  change({ sailings });
}

/** Tells who cannot see it; what comes close together is told at once. */
export function say(words: string): void {
  toSay = [...toSay, words].slice(-MAX_SAID);
  if (saying) return;
  saying = true;
  setTimeout(() => {
    saying = false;
    change({ said: toSay.join(' ') });
    toSay = [];
  }, SAY_EVERY_MS);
}
