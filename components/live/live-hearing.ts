import type { LiveSailing } from '@/lib/realtime/protocol';
import { liveCards, newsOf } from './live-card-rules';
import { liveState, setLive } from './live-store';

/** As much is said at once: who listens is not kept from reading. */
const SAY_EVERY_MS = 2000;
const MAX_SAID = 3;

let sailings: ReadonlyMap<string, LiveSailing> = new Map();
let toSay: readonly string[] = [];
let saying = false;

/** Whether what is shown is alive. */
export function setConnected(connected: boolean): void {
  if (connected !== liveState().connected) setLive({ connected });
}

/** Takes what is left of some sailings. */
export function setSailings(newer: readonly LiveSailing[]): void {
  if (newer.length === 0) return;
  const known = new Map(sailings);
  for (const sailing of newer) known.set(sailing.sailingId, sailing);
  sailings = known;
  setLive({
    heard: {
      cards: (made, need, texts) => liveCards(made, known, need, texts),
      tell(before, after, texts) {
        const { words, lost } = newsOf(before, after, texts);
        if (words.length > 0) say(words);
        return lost;
      },
    },
  });
}

/** Tells who cannot see it; what comes close together is told at once. */
function say(words: readonly string[]): void {
  toSay = [...toSay, ...words].slice(-MAX_SAID);
  if (saying) return;
  saying = true;
  setTimeout(() => {
    saying = false;
    setLive({ said: toSay.join(' ') });
    toSay = [];
  }, SAY_EVERY_MS);
}
