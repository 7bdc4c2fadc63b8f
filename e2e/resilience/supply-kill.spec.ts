import { expect } from 'playwright/test';
import { call } from '../api/client';
import { sailingAtOperator } from '../live/last-cabin';
import { test } from '../watched';
import { followingHouse } from './following';
import { buildGates } from './gates';
import { until } from './house';
import { descendants } from './processes';
import { servicesOf } from './services';
import { bookTrip, startPayment, statusOf, toBePaid } from './trips';

/* kill -9 while an operator with books of its own keeps, confirms and takes back places for us. */

const following = followingHouse('ctn', 'logs-supply-kill');
const COMPANY = 'CTN_API_URL';
const states = async (reference: string) =>
  (await following.bookAt(COMPANY, reference)).map(({ state }) => state);
const ours = async (reference: string) => {
  const rows = await following.walked.sql<{ state: string }[]>`
    select o.state from operator_orders o join bookings b on b.id = o.booking_id
    where b.reference = ${reference} order by o.created_at`;
  return rows.map(({ state }) => state);
};
const app = () => descendants(following.pid(), /^(?!\/bin\/sh).*(next-server|next\/dist\/bin\/next)/);

test('of the app at every moment of an order: in the end the operator’s book and ours say the same', async () => {
  test.setTimeout(300_000);
  const { walked } = following;
  const services = servicesOf(walked);
  const gates = await buildGates(walked.settings.DATABASE_URL as string);
  await following.tell(COMPANY, '', { pace: 0 });
  await services.passMinutes(2);
  await expect.poll(() => sailingAtOperator(walked.sql, 60), { timeout: 150_000 }).not.toBeNull();
  const what = await sailingAtOperator(walked.sql, 60);
  const sailings = [what?.sailing ?? ''];

  // Places are taken back, and it is not written down.
  const released = await toBePaid(walked, { sailings });
  await gates.gate('order-ended').shut();
  await call('POST', `/api/v1/bookings/${released.reference}/cancel`, {
    base: walked.url,
    token: released.accessToken,
  });
  await gates.gate('order-ended').reached();
  expect(await states(released.reference)).toEqual(['released']);

  // A ticket is made, and not written down.
  const ticketed = await toBePaid(walked, { sailings });
  await gates.gate('ticket-noted').shut();
  expect(await services.pay(ticketed.session)).toBe('complete');
  await gates.gate('ticket-noted').reached();
  expect(await states(ticketed.reference)).toEqual(['ticketed']);

  // Places are held, and not written down; one traveller comes back, the other never does.
  const [back, gone] = [await bookTrip(walked, { sailings }), await bookTrip(walked, { sailings })];
  await gates.gate('order-held').shut();
  const lost = [back, gone].map((trip) => startPayment(walked, trip).catch(() => null));
  await until('both are held there', 30, async () =>
    (await Promise.all([back, gone].map(({ reference }) => states(reference)))).every(
      (each) => each.join() === 'held',
    ),
  );
  await gates.gate('order-held').reached();

  const dead = app();
  expect(dead).toHaveLength(1);
  for (const pid of dead) process.kill(pid, 'SIGKILL');
  await gates.turnBack();
  await Promise.all(lost);
  await until('the app is back', 60, async () => {
    const alive = app();
    return (
      alive.length === 1 &&
      !dead.includes(alive[0] as number) &&
      (await fetch(`${walked.url}/api/health/ready`)).ok
    );
  });
  await gates.openAll();

  await expect.poll(() => statusOf(walked, ticketed), { timeout: 90_000 }).toBe('confirmed');
  expect(await states(ticketed.reference)).toEqual(['ticketed']);
  expect(await ours(ticketed.reference)).toEqual(['ticketed']);
  await expect.poll(() => ours(released.reference), { timeout: 90_000 }).toEqual(['ended']);

  const page = await startPayment(walked, back);
  expect(page.status).toBe(201);
  expect(await services.pay(page.body.checkoutUrl?.split('/').at(-1) ?? '')).toBe('complete');
  await expect.poll(() => statusOf(walked, back), { timeout: 60_000 }).toBe('confirmed');
  const there = await states(back.reference);
  expect(there.filter((state) => state === 'ticketed')).toHaveLength(1);

  await services.passMinutes(31);
  await expect.poll(() => statusOf(walked, gone), { timeout: 90_000 }).toBe('expired');
  await expect.poll(() => ours(gone.reference), { timeout: 90_000 }).toEqual(['ended']);
  for (const trip of [back, gone]) expect(await states(trip.reference)).not.toContain('held');
  await gates.end();
});
