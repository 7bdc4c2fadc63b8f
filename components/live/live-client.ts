import { io } from 'socket.io-client';
import type { AvailabilityHint, LiveSailing, RoomNumber } from '@/lib/realtime/protocol';
import { RoomWatch } from '@/lib/realtime/room-watch';
import { MAX_ROUTES, type RouteDay, roomOfDay } from '@/lib/realtime/rooms';
import { setConnected, setSailings } from './live-hearing';

/* Loaded once the page can be used: docs/live.md says what it promises. */

interface Snapshot {
  readonly data: LiveSailing[];
  readonly rooms: RoomNumber[];
}

/** Clients that are told all at once to ask do so over that long. */
const SPREAD_MS = 700;
/** Several that see a gap at once do not ask at once. */
const GAP_MS = 100;
const AGAIN_MS = 1000;
const AGAIN_AT_MOST_MS = 15_000;

/**
 * Watches some days of routes, `FRMRS-TNLGN 2027-07-14` by commas, until what it gives is called: fills the store, and says
 * there when it is connected.
 */
export function watch(url: string, watched: string): () => void {
  const days = watched.split(',').map(dayOf);
  // WebSocket alone: polling would need every request to reach the same sidecar.
  const socket = io(url, { transports: ['websocket'], reconnectionDelay: 500, reconnectionDelayMax: 4000 });
  const subscriptions = subscriptionsFor(days);
  let rooms = new RoomWatch([]);
  let hears = false;
  let answered = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;
  /** Counts the reasons to ask: an answer to an earlier question is not enough. */
  let asked = 0;
  let asking = false;

  const ask = (ms: number) => {
    asked++;
    wait(ms);
  };
  /** The earlier of two reasons decides. */
  function wait(ms: number): void {
    const at = performance.now() + ms;
    if (timer !== undefined && dueAt <= at) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => {
      timer = undefined;
      if (!asking) void fill();
    }, ms);
  }

  async function fill(): Promise<void> {
    const reasons = asked;
    const into = rooms;
    asking = true;
    const snapshot = await readSnapshot(days);
    asking = false;
    if (into !== rooms || !socket.connected) return again(0);
    if (!snapshot) return again(Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** failures++));
    failures = 0;
    const { newer, gap } = rooms.fill(snapshot);
    setSailings(newer);
    if (reasons !== asked) return again(0);
    if (gap) return ask(AGAIN_MS);
    setConnected(hears);
  }
  function again(ms: number): void {
    if (socket.connected && answered >= subscriptions.length) wait(ms);
  }

  socket.on('connected', ({ live }: { live: boolean }) => {
    rooms = new RoomWatch(days.map(roomOfDay));
    hears = live;
    answered = 0;
    for (const each of subscriptions) socket.emit('subscribe', each);
  });
  socket.on('subscribed', () => {
    if (++answered >= subscriptions.length) ask(0);
  });
  socket.on('availability_update', (hint: AvailabilityHint) => {
    const { newer, gap } = rooms.take(hint);
    if (newer) setSailings([hint]);
    if (gap) ask(Math.random() * GAP_MS);
  });
  socket.on('resync', () => {
    hears = true;
    ask(Math.random() * SPREAD_MS);
  });
  const lost = () => {
    hears = false;
    setConnected(false);
  };
  socket.on('paused', lost);
  socket.on('disconnect', lost);

  // A page that is left may be come back to as it was: its connection is not.
  const leave = () => void socket.disconnect();
  const comeBack = ({ persisted }: PageTransitionEvent) => void (persisted && socket.connect());
  addEventListener('pagehide', leave);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', comeBack);
    clearTimeout(timer);
    socket.disconnect();
    setConnected(false);
  };
}

function dayOf(text: string): RouteDay {
  const [routeId = '', departureDay = ''] = text.split(' ');
  return { routeId, departureDay };
}

/** One for each date, or more where many routes are watched. */
function subscriptionsFor(days: readonly RouteDay[]) {
  const dates = [...new Set(days.map((day) => day.departureDay))];
  return dates.flatMap((date) =>
    groups(days.filter((day) => day.departureDay === date)).map((routes) => ({ routes, dates: [date] })),
  );
}

/** Their routes, as many together as may be asked for at once. */
function groups(days: readonly RouteDay[]): string[][] {
  const routes = [...new Set(days.map((day) => day.routeId))].sort();
  return Array.from({ length: Math.ceil(routes.length / MAX_ROUTES) }, (_, index) =>
    routes.slice(index * MAX_ROUTES, (index + 1) * MAX_ROUTES),
  );
}

/** What is left now; null when it cannot be had. */
async function readSnapshot(days: readonly RouteDay[]): Promise<Snapshot | null> {
  const dates = [...new Set(days.map((day) => day.departureDay))].sort();
  const parts = await Promise.all(groups(days).map((routes) => readPart(routes, dates)));
  const whole = parts.filter((part) => part !== null);
  if (whole.length < parts.length) return null;
  return { data: whole.flatMap(({ data }) => data), rooms: whole.flatMap((part) => part.rooms) };
}

async function readPart(routes: string[], dates: string[]): Promise<Snapshot | null> {
  try {
    const answer = await fetch(`/api/v1/sailings/availability?routes=${routes}&dates=${dates}`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
