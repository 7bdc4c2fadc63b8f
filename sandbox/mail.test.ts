import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Resend } from 'resend';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMail } from './mail';
import { freePort } from './ports';
import type { Service } from './service';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-mail-test-'));
const apiKey = 're_test';
let mail: Service;
let port: number;
let resend: Resend;

const letter = { from: 'Voilà Ferry <bonjour@example.com>', to: 'a@example.com', subject: 'Vos billets' };
const start = () => startMail({ port, dataDir, apiKey, clockFile: path.join(dataDir, 'no-clock') });
const inbox = async (to = '') => {
  const answer = await fetch(`${mail.url}/inbox?to=${encodeURIComponent(to)}`);
  return (
    (await answer.json()) as { data: { id: string; subject: string; attachments: { path: string }[] }[] }
  ).data;
};

beforeAll(async () => {
  port = await freePort();
  mail = await start();
  resend = new Resend(apiKey, { baseUrl: mail.url });
});
afterAll(async () => {
  await mail.stop();
  rmSync(dataDir, { recursive: true });
});

describe('the mailbox, by the real client', () => {
  it('keeps a mail with its attachments', async () => {
    const attachments = [{ filename: 'billet.pdf', content: Buffer.from('%PDF-1.7 é') }];
    const { data } = await resend.emails.send({
      ...letter,
      text: 'Bon voyage',
      html: '<p>x</p>',
      attachments,
    });
    const [kept] = await inbox('a@example.com');
    expect(kept).toMatchObject({ id: data?.id, subject: 'Vos billets' });
    const file = await fetch(mail.url + kept?.attachments[0]?.path);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(await file.text()).toBe('%PDF-1.7 é');
    expect((await resend.emails.get(data?.id ?? '')).data?.subject).toBe('Vos billets');
  });

  it('delivers once for one idempotency key, also across a restart', async () => {
    const send = (text: string) =>
      resend.emails.send({ ...letter, to: 'once@example.com', text }, { idempotencyKey: 'booking-1' });
    const first = await send('one');
    await mail.stop();
    mail = await start();
    // The client's open connection died with the restart: it may need a second try.
    await expect.poll(async () => (await send('one')).data?.id).toBe(first.data?.id);
    expect((await send('two')).error?.name).toBe('invalid_idempotent_request');
    expect(await inbox('once@example.com')).toHaveLength(1);
  });

  it('takes a batch as one', async () => {
    const batch = ['b1@example.com', 'b2@example.com'].map((to) => ({ ...letter, to, text: 'x' }));
    const { data } = await resend.batch.send(batch);
    expect(data?.data).toHaveLength(2);
    expect(await inbox('b2@example.com')).toHaveLength(1);
  });

  it('refuses a wrong key, a wrong address and an empty mail, as Resend does', async () => {
    const stranger = new Resend('re_other', { baseUrl: mail.url });
    expect((await stranger.emails.send({ ...letter, text: 'x' })).error?.name).toBe('invalid_api_key');
    const wrong = await resend.emails.send({ ...letter, to: 'nobody', text: 'x' });
    expect(wrong.error?.name).toBe('validation_error');
    expect((await resend.emails.send({ ...letter, text: '' })).error?.name).toBe('validation_error');
  });

  it('can be switched off and on', async () => {
    const faults = (mode: string) =>
      fetch(`${mail.url}/faults`, { method: 'POST', body: JSON.stringify({ mode }) });
    await faults('down');
    expect((await resend.emails.send({ ...letter, to: 'off@example.com', text: 'x' })).error).toBeTruthy();
    await faults('ok');
    expect(await inbox('off@example.com')).toHaveLength(0);
  });

  it('shows mail without letting it run anything', async () => {
    const { data } = await resend.emails.send({
      ...letter,
      subject: '<script>alert(1)</script>',
      text: 'x',
      html: 'y',
    });
    expect(await (await fetch(mail.url)).text()).toContain('&lt;script&gt;alert');
    const body = await fetch(`${mail.url}/mail/${data?.id}/html`);
    expect(body.headers.get('content-security-policy')).toContain("script-src 'none'");
  });
});
