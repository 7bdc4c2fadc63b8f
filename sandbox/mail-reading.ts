import type { ServerResponse } from 'node:http';
import { sendHtml, sendJson } from './http-server';
import { inboxPage, mailPage } from './mail-pages';
import type { MailStore, StoredMail } from './mail-store';

/** Answers whoever reads the mail: pages for people, `/inbox` as JSON for tests, bodies and attachments. */
export function readMail(store: MailStore, down: boolean, url: URL, response: ServerResponse): void {
  const [room, id = '', part, index] = url.pathname.split('/').filter(Boolean);
  if (!room) {
    sendHtml(response, 200, inboxPage(store, down));
    return;
  }
  if (room === 'inbox') {
    const to = url.searchParams.get('to');
    const mails = store.all().filter((mail) => !to || mail.to.includes(to));
    sendJson(response, 200, { data: mails.map(wire) });
    return;
  }
  const mail = room === 'mail' ? store.find(id) : undefined;
  if (!mail) sendHtml(response, 404, 'No such mail.');
  else if (part === 'html') sendBody(mail, response);
  else if (part === 'attachments') sendAttachment(mail, Number(index), response);
  else sendHtml(response, 200, mailPage(mail));
}

/** The HTML as it was written, unable to run anything whatever it holds. */
function sendBody(mail: StoredMail, response: ServerResponse): void {
  response.setHeader('content-security-policy', "sandbox allow-popups; script-src 'none'");
  sendHtml(response, 200, mail.html ?? '');
}

function sendAttachment(mail: StoredMail, index: number, response: ServerResponse): void {
  const file = mail.attachments[index];
  if (!file) {
    sendHtml(response, 404, 'No such attachment.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(Buffer.from(file.content, 'base64'));
}

/** A mail as Resend's API shows it, with its attachments' names, types, sizes and where to read them. */
export function wire(mail: StoredMail): Record<string, unknown> {
  const { createdAt, replyTo, attachments, ...rest } = mail;
  return {
    ...rest,
    created_at: createdAt,
    reply_to: replyTo,
    attachments: attachments.map((file, index) => ({
      filename: file.filename,
      content_type: file.contentType,
      size: Buffer.byteLength(file.content, 'base64'),
      path: `/mail/${mail.id}/attachments/${index}`,
    })),
  };
}
