import { expect, test } from 'playwright/test';
import { io } from 'socket.io-client';
import { addDays } from '@/lib/kernel/dates';
import { call, holdBody, sailings } from './client';

/* The live channel as another program finds and reads it: its address from the API, nothing else known. */

interface Update {
  readonly sailingId: string;
  readonly seq: number;
  readonly passengers: { readonly left: number };
}

/** The first sailing from that many days ahead on: no line sails every day of the winter. */
async function nextSailing(ahead: number) {
  for (let i = ahead; i < ahead + 14; i++) {
    const [found] = await sailings('FRMRS', 'FRBIA', addDays(new Date().toISOString().slice(0, 10), i));
    if (found) return found;
  }
  throw new Error('nothing sails');
}

test('the health of the product names the live channel, which tells a hold on a route and day that one watches', async () => {
  const { body } = await call<{ realtime: { url: string } }>('GET', '/api/health/detailed');
  const sailing = await nextSailing(75);
  const day = sailing.departsAt.slice(0, 10);

  const socket = io(body.realtime.url, { transports: ['websocket'] });
  const told: Update[] = [];
  socket.on('availability_update', (update: Update) => told.push(update));
  const subscribed = new Promise((resolve) => socket.once('subscribed', resolve));
  socket.emit('subscribe', { routes: ['FRMRS-FRBIA'], dates: [day] });
  expect(await subscribed).toEqual({ routes: ['FRMRS-FRBIA'], dates: [day] });

  const { body: hold } = await call<{ id: string }>('POST', '/api/v1/holds', {
    body: holdBody(sailing.id, 2),
  });
  const last = () => told.filter(({ sailingId }) => sailingId === sailing.id).at(-1);
  const before = sailing.availability.passengers.left;
  await expect.poll(() => last()?.passengers.left).toBe(before - 2);
  const { seq } = last() as Update;
  await call('DELETE', `/api/v1/holds/${hold.id}`);
  await expect.poll(() => last()?.passengers.left).toBe(before);
  expect(last()?.seq).toBeGreaterThan(seq);
  socket.disconnect();
});
