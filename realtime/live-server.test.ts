import type { AddressInfo } from 'node:net';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { hintOf } from '@/lib/realtime/testing/hints';
import type { AdmissionRules } from './admission';
import type { Ears } from './listen';
import { liveServer } from './live-server';

const SITE = 'https://voila.example';
const rules: AdmissionRules = { origin: SITE, maxConnections: 50, maxPerAddress: 50, trustedProxies: 0 };

/** A sidecar whose announcements the test makes. */
async function sidecar(over: Partial<AdmissionRules> = {}) {
  let ears: Ears | undefined;
  const channel = { up: true };
  const server = liveServer({ ...rules, ...over }, (given) => {
    ears = given;
    return { connected: () => channel.up, close: () => undefined };
  });
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  open.push(server);
  return { ...server, url, channel, ears: ears as Ears };
}
const open: { drain(): Promise<void> }[] = [];
const clients: Socket[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await Promise.all(open.splice(0).map((each) => each.drain()));
});

/** A browser's connection, with everything that it was told. */
function client(url: string, options: { origin?: string; reconnection?: boolean } = {}) {
  const socket = connect(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: options.reconnection ?? false,
    reconnectionDelay: 50,
    extraHeaders: options.origin ? { origin: options.origin } : {},
  });
  clients.push(socket);
  const told: [string, unknown][] = [];
  socket.onAny((name: string, data: unknown) => told.push([name, data]));
  const names = () => told.map(([name]) => name);
  const of = (name: string) => told.filter(([each]) => each === name).map(([, data]) => data);
  const heard = () => of('availability_update') as { sailingId: string }[];
  const until = (name: string, times = 1) =>
    expect.poll(() => of(name).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(times);
  return { socket, names, of, heard, until };
}

async function subscribed(url: string, ...asked: unknown[]) {
  const one = client(url);
  for (const each of asked) one.socket.emit('subscribe', each);
  await one.until('subscribed', asked.length);
  return one;
}

const LINE = 'FRMRS-TNLGN';
const DAY = '2027-07-14';

describe('a sidecar', () => {
  it('tells a hint to who watches its route or its day, once, and to nobody else', async () => {
    const { url, ears } = await sidecar();
    const all = await subscribed(url, { routes: [LINE] });
    const both = await subscribed(url, { routes: [LINE] }, { routes: [LINE], dates: [DAY] });
    const day = await subscribed(url, { routes: [LINE], dates: [DAY] });
    const others = await subscribed(
      url,
      { routes: ['FRMRS-FRBIA'] },
      { routes: [LINE], dates: ['2027-07-15'] },
    );
    ears.hear([hintOf('a'), hintOf('b', { departureDay: '2027-07-15' })]);
    await all.until('availability_update', 2);
    await others.until('availability_update');
    expect(all.heard().map((each) => each.sailingId)).toEqual(['a', 'b']);
    expect(both.heard().map((each) => each.sailingId)).toEqual(['a', 'b']);
    expect(day.heard()).toEqual([hintOf('a')]);
    expect(others.heard().map((each) => each.sailingId)).toEqual(['b']);
  });

  it('says when it is connected and whether announcements reach it, answers a ping, and lets one leave', async () => {
    const { url, ears, channel } = await sidecar();
    channel.up = false;
    const one = await subscribed(url, { routes: [LINE] });
    expect(one.of('connected')).toEqual([{ at: expect.any(String), live: false }]);
    ears.missed();
    ears.silent();
    one.socket.emit('unsubscribe', { routes: [LINE] });
    await one.until('unsubscribed');
    ears.hear([hintOf('a')]);
    one.socket.emit('ping');
    await one.until('pong');
    expect(one.names()).toEqual(['connected', 'subscribed', 'resync', 'paused', 'unsubscribed', 'pong']);
  });

  it('refuses what is no subscription, too many rooms, and who asks without an end', async () => {
    const { url } = await sidecar();
    const one = client(url);
    const dates = Array.from({ length: 14 }, (_, i) => `2027-07-${String(i + 1).padStart(2, '0')}`);
    const routes = Array.from({ length: 5 }, (_, i) => `FRMRS-TNLG${'ABCDE'[i]}`);
    for (const bad of [
      null,
      {},
      { routes: [] },
      { routes: ['x'] },
      { routes: [LINE], dates: ['2027-02-30'] },
    ])
      one.socket.emit('subscribe', bad);
    one.socket.emit('subscribe', { routes, dates });
    await one.until('refused', 6);
    expect(one.of('refused')).toEqual([
      ...Array(5).fill({ code: 'invalid-subscription' }),
      { code: 'too-many-rooms' },
    ]);
    for (let i = 0; i < 40; i++) one.socket.emit('ping');
    await one.until('refused', 20);
    expect(one.of('refused').at(-1)).toEqual({ code: 'too-many-requests' });
  });

  it('takes pages of the site and programs, and no page of another', async () => {
    const { url } = await sidecar();
    for (const origin of [SITE, undefined]) {
      const one = client(url, origin ? { origin } : {});
      await one.until('connected');
    }
    const foreign = client(url, { origin: 'https://elsewhere.example' });
    await new Promise((resolve) => foreign.socket.once('connect_error', resolve));
    expect(foreign.names()).toEqual([]);
  });

  it('takes so many connections from one address, and another when one has left', async () => {
    const { url } = await sidecar({ maxPerAddress: 2, trustedProxies: 1 });
    const from = (address: string) => {
      const socket = connect(url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { 'x-forwarded-for': `9.9.9.9, ${address}` },
      });
      clients.push(socket);
      return new Promise<Socket | null>((resolve) => {
        socket.once('connect', () => resolve(socket));
        socket.once('connect_error', () => resolve(null));
      });
    };
    const [first] = [await from('1.1.1.1'), await from('1.1.1.1')];
    expect(await from('1.1.1.1')).toBeNull();
    expect(await from('2.2.2.2')).not.toBeNull();
    first?.disconnect();
    await expect.poll(async () => (await from('1.1.1.1')) !== null, { timeout: 5000 }).toBe(true);
  });

  it('takes so many connections in all, and counts those that it refuses', async () => {
    const { url, metrics } = await sidecar({ maxConnections: 2 });
    for (const one of [client(url), client(url)]) await one.until('connected');
    const third = client(url);
    await new Promise((resolve) => third.socket.once('connect_error', resolve));
    expect(third.names()).toEqual([]);
    expect(metrics.text({})).toContain('voila_live_connections_refused_total 1\n');
  });

  it('keeps no more than a few messages for one who does not take them, and tells him to ask when he does', async () => {
    const { url, ears, metrics } = await sidecar();
    const quick = await subscribed(url, { routes: [LINE] });
    const slow = await subscribed(url, { routes: [LINE] });
    // biome-ignore lint/suspicious/noExplicitAny: the connection below the client's
    const wire = (slow.socket.io.engine as any).transport.ws._socket as { pause(): void; resume(): void };
    wire.pause();
    const cabins = Array.from({ length: 200 }, (_, i) => ({
      type: `t${i}`,
      state: 'full' as const,
      left: 0,
    }));
    let sent = 0;
    const isSlow = () => /slow_clients_total [1-9]/.test(metrics.text({}));
    const batch = () => ears.hear(Array.from({ length: 200 }, () => hintOf(`s${++sent}`, { cabins })));
    while (!isSlow() && sent < 5000) {
      batch();
      await quick.until('availability_update', sent);
    }
    expect(isSlow()).toBe(true);
    batch();
    await quick.until('availability_update', sent);
    wire.resume();
    await slow.until('resync');
    expect(slow.heard().length).toBeLessThanOrEqual(sent - 200);
    ears.hear([hintOf('after')]);
    await expect.poll(() => slow.heard().at(-1)?.sailingId).toBe('after');
    expect(quick.of('resync')).toEqual([]);
  }, 30_000);

  it('that ends lets its clients go a few at a time so that they come back, takes nobody new, and says that it is not ready', async () => {
    const { url, drain } = await sidecar();
    const all = Array.from({ length: 20 }, () => client(url, { reconnection: true }));
    for (const one of all) await one.until('connected');
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const reasons: string[] = [];
    for (const { socket } of all) socket.on('disconnect', (reason) => reasons.push(reason));
    const between: { ready: number; taken: boolean; left: number }[] = [];
    await drain(async () => {
      if (between.length > 0) return;
      const { clients: left } = (await (await fetch(`${url}/health/live`)).json()) as { clients: number };
      const newcomer = client(url);
      const refused = new Promise((resolve) => newcomer.socket.once('connect_error', () => resolve(false)));
      const taken = (await Promise.race([refused, newcomer.until('connected').then(() => true)])) as boolean;
      between.push({ ready: (await fetch(`${url}/health/ready`)).status, taken, left });
    });
    expect(between).toEqual([{ ready: 503, taken: false, left: expect.any(Number) }]);
    expect(between[0]?.left).toBeGreaterThan(0);
    await expect.poll(() => reasons).toEqual(Array(20).fill('transport close'));
    for (const { socket } of all) expect(socket.active).toBe(true);
  });

  it('tells its health and its figures', async () => {
    const { url, ears, channel } = await sidecar();
    await subscribed(url, { routes: [LINE] });
    ears.hear([hintOf('a', { at: new Date().toISOString() })]);
    channel.up = false;
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({
      clients: 1,
      channel: false,
      draining: false,
    });
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('voila_live_clients 1\n');
    expect(text).toContain('voila_live_rooms 1\n');
    expect(text).toContain('voila_live_hints_total 1\n');
    expect(text).toContain('voila_live_delay_seconds_bucket{le="+Inf"} 1\n');
  });
});
