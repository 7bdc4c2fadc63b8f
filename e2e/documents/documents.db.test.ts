import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Bytes } from '@/lib/kernel/ids';
import { startMail } from '@/sandbox/mail';
import { freePort } from '@/sandbox/ports';
import { startStorage } from '@/sandbox/storage';

/* Settings are read when the product is first imported: the services start before, the product is imported after. */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-documents-'));
const clockFile = path.join(dataDir, 'clock');
const services: { stop(): Promise<void> }[] = [];
let mailUrl = '';
let storageUrl = '';

async function product() {
  const [{ booked, traveller }, { guestAt, NOON, sailingsAhead }, issue, file, email, { sql }] =
    await Promise.all([
      import('@/db/testing/booking-stage'),
      import('@/db/testing/stock-stage'),
      import('@/lib/documents/issue-documents'),
      import('@/lib/documents/document-file'),
      import('@/lib/notifications/send-booking-email'),
      import('@/db/client'),
    ]);
  const ctx = guestAt(NOON);
  const [sailingId = ''] = await sailingsAhead('FRMRS-TNLGN');
  const place = () => booked(ctx, [sailingId], [traveller(), traveller()]);
  return { ctx, place, sql, ...issue, ...file, ...email };
}

async function inbox(to: string): Promise<{ subject: string; attachments: { filename: string }[] }[]> {
  const reply = await fetch(`${mailUrl}/inbox?to=${encodeURIComponent(to)}`);
  return ((await reply.json()) as { data: [] }).data;
}

beforeAll(async () => {
  writeFileSync(clockFile, '0');
  const mail = await startMail({
    port: await freePort(),
    dataDir: path.join(dataDir, 'mail'),
    apiKey: 're_test',
    clockFile,
  });
  const store = await startStorage({
    port: await freePort(),
    dataDir: path.join(dataDir, 'store'),
    accessKeyId: 'key',
  });
  services.push(mail, store);
  mailUrl = mail.url;
  storageUrl = store.url;
  Object.assign(process.env, {
    RESEND_API_KEY: 're_test',
    RESEND_API_BASE: mailUrl,
    S3_ENDPOINT: storageUrl,
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  });
});

afterAll(async () => {
  for (const service of services) await service.stop();
});

describe('documents', () => {
  it('of thirty bookings issued at once are numbered without a gap or a double', async () => {
    const { ctx, place, issueDocuments, sql } = await product();
    const bookings = [];
    for (let i = 0; i < 30; i++) bookings.push(await place());
    await Promise.all(bookings.map(({ id }) => issueDocuments(ctx, id)));
    const rows = await sql<{ number: string }[]>`
      select number from documents where kind = 'invoice' order by number`;
    const numbers = rows.map((row) => Number(row.number.split('-')[2]));
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => (numbers[0] ?? 0) + i));
    expect(numbers[0]).toBe(1);
  });

  it('of one booking issued ten times at once are one invoice and one set of tickets', async () => {
    const { ctx, place, issueDocuments, sql } = await product();
    const { id } = await place();
    await Promise.all(Array.from({ length: 10 }, () => issueDocuments(ctx, id)));
    const rows = await sql<
      { kind: string }[]
    >`select kind from documents where booking_id = ${id} order by kind`;
    expect(rows.map((row) => row.kind)).toEqual(['e-ticket', 'invoice']);
  });

  it('are PDFs for whoever holds the token, nothing for others, and made again where the storage lost them', async () => {
    const { ctx, place, issueDocuments, documentFile, sql } = await product();
    const { id, reference, accessToken } = await place();
    await issueDocuments(ctx, id);
    const bearer = { ...ctx, actor: { kind: 'bearer' as const, accessToken } };
    const first = await documentFile(bearer, { reference, kind: 'invoice' });
    expect(
      Buffer.from(first?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(first?.fileName).toMatch(/^voila-ferry-F-\d{4}-\d{6}\.pdf$/);
    expect(await documentFile(ctx, { reference, kind: 'invoice' })).toBeNull();
    const wrong = { ...ctx, actor: { kind: 'bearer' as const, accessToken: `${accessToken.slice(0, -1)}_` } };
    expect(await documentFile(wrong, { reference, kind: 'e-ticket' })).toBeNull();
    await sql`update documents set storage_key = 'invoice/lost.pdf' where booking_id = ${id} and kind = 'invoice'`;
    const again = await documentFile(bearer, { reference, kind: 'invoice' });
    expect(Buffer.compare(Buffer.from(again?.bytes ?? []), Buffer.from(first?.bytes ?? []))).toBe(0);
    await sql`update documents set sha256 = 'of other bytes' where booking_id = ${id} and kind = 'invoice'`;
    await documentFile(bearer, { reference, kind: 'invoice' });
    const [row] = await sql<{ sha256: string }[]>`
      select sha256 from documents where booking_id = ${id} and kind = 'invoice'`;
    expect(row?.sha256).toBe(sha256Bytes(first?.bytes ?? new Uint8Array()));
  });

  it('of a refund asked for ten times at once are one credit note, in a series of its own', async () => {
    const { ctx, place, issueCreditNote, documentFile, sql } = await product();
    const { id, reference, accessToken } = await place();
    const payment = `pay_${id}`;
    const at = ctx.now.toISOString();
    await sql`insert into payments (id, booking_id, status, amount_cents, created_at, expires_at, paid_at)
      values (${payment}, ${id}, 'refunded', 12300, ${at}, ${at}, ${at})`;
    await sql`insert into refunds (id, payment_id, amount_cents, reason, status, created_at)
      values (${`ref_${id}`}, ${payment}, 12300, 'operator-refused', 'succeeded', ${at})`;
    await Promise.all(Array.from({ length: 10 }, () => issueCreditNote(ctx, `ref_${id}`)));
    const rows = await sql<{ number: string }[]>`select number from documents where booking_id = ${id}`;
    expect(rows.map((row) => row.number)).toEqual([expect.stringMatching(/^A-\d{4}-000001$/)]);
    const bearer = { ...ctx, actor: { kind: 'bearer' as const, accessToken } };
    const file = await documentFile(bearer, { reference, kind: 'credit-note' });
    expect(file?.fileName).toMatch(/^voila-ferry-A-\d{4}-000001\.pdf$/);
    expect(await issueCreditNote(ctx, 'ref_unknown')).toBe(false);
  });
});

describe('the confirmation e-mail', () => {
  it('asked for ten times at once arrives once, with invoice and tickets', async () => {
    const { ctx, place, issueDocuments, sendBookingEmail, sql } = await product();
    const { id } = await place();
    await sql`update bookings set contact_email = 'once@example.test' where id = ${id}`;
    await issueDocuments(ctx, id);
    await Promise.allSettled(
      Array.from({ length: 10 }, () => sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' })),
    );
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    const mails = await inbox('once@example.test');
    expect(mails).toHaveLength(1);
    const files = mails[0]?.attachments.map((file) => file.filename).sort() ?? [];
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^voila-ferry-F-\d{4}-\d{6}\.pdf$/);
    expect(files[1]).toBe('voila-ferry-e-ticket.pdf');
  });

  it('waits while the mail provider is down, and arrives once when it is back', async () => {
    const { ctx, place, issueDocuments, sendBookingEmail, sql } = await product();
    const { id } = await place();
    await sql`update bookings set contact_email = 'later@example.test' where id = ${id}`;
    await issueDocuments(ctx, id);
    const fault = (mode: string) =>
      fetch(`${mailUrl}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mode }),
      });
    await fault('down');
    await expect(sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' })).rejects.toMatchObject({
      retryable: true,
    });
    expect(await inbox('later@example.test')).toHaveLength(0);
    await fault('ok');
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    expect(await inbox('later@example.test')).toHaveLength(1);
  });

  it('sent by a process that died before it could say so is not sent again, whatever has changed in it', async () => {
    const { ctx, place, issueDocuments, sendBookingEmail, sql } = await product();
    const { id } = await place();
    await sql`update bookings set contact_email = 'died@example.test' where id = ${id}`;
    await issueDocuments(ctx, id);
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    const forget = () =>
      sql`update email_messages set status = 'queued', sent_at = null where booking_id = ${id}`;
    await forget();
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    await forget();
    await sql`update booking_passengers set given_name = 'Corrigée' where booking_id = ${id}`;
    await sendBookingEmail(ctx, { bookingId: id, kind: 'confirmation' });
    expect(await inbox('died@example.test')).toHaveLength(1);
    const rows = await sql`select status from email_messages where booking_id = ${id}`;
    expect(rows).toEqual([{ status: 'sent' }]);
  });
});
