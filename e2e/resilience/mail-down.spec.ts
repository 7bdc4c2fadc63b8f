import { expect } from 'playwright/test';
import { test, until } from './house';
import { kept, look } from './outcome';
import { servicesOf } from './services';
import { toBePaid } from './trips';

test.afterEach(({ house }) => servicesOf(house).calm());

test('mail that is down while trips are confirmed arrives later: each letter once, with both documents', async ({
  house,
}) => {
  test.setTimeout(150_000);
  const services = servicesOf(house);
  const trips = [await toBePaid(house), await toBePaid(house, { legs: 2 }), await toBePaid(house)];
  await services.mailIs('down');
  for (const trip of trips) expect(await services.pay(trip.session)).toBe('complete');

  // The trip itself does not wait for the mail.
  for (const trip of trips)
    await expect
      .poll(() => look(house, services, trip), { timeout: 20_000 })
      .toEqual({ ...kept(trip), letters: [], unfinished: 1 });
  await until('a second try to send each letter', 30, async () => {
    const rows = await house.sql`
      select 1 from email_messages m join bookings b on b.id = m.booking_id
      where b.reference = any(${trips.map((trip) => trip.reference)}) and m.status = 'queued' and m.attempts >= 1`;
    return rows.length === trips.length;
  });
  for (const trip of trips) expect(await services.letters(trip.email)).toEqual([]);

  await services.mailIs('ok');
  for (const trip of trips)
    await expect.poll(() => look(house, services, trip), { timeout: 60_000 }).toEqual(kept(trip));

  // Nothing is left that could send it a second time, even when all repairs have had their turn.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  for (const trip of trips) {
    const letters = await services.letters(trip.email);
    expect(letters).toHaveLength(1);
    const files = letters[0]?.attachments ?? [];
    expect(files.map((file) => file.filename).sort()).toEqual([
      expect.stringMatching(/^voila-ferry-F-\d{4}-\d{6}\.pdf$/),
      'voila-ferry-e-ticket.pdf',
    ]);
    for (const file of files) {
      const bytes = await services.attachment(file.path);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.byteLength).toBeGreaterThan(5_000);
    }
  }
});
