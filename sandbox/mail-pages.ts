import type { MailStore, StoredMail } from './mail-store';
import { type Html, html, page } from './page';

/** The list of all mail, and the switch that makes the service fail. */
export function inboxPage(store: MailStore, down: boolean): string {
  const rows = store.all().map(
    (mail) => html`<tr><td><a href="/mail/${mail.id}">${mail.subject}</a>${attachmentCount(mail)}</td>
<td>${mail.to.join(', ')}</td><td>${readable(mail.createdAt)}</td></tr>`,
  );
  const list =
    rows.length > 0
      ? html`<table><tr><th>Subject</th><th>To</th><th>When</th></tr>${rows}</table>`
      : html`<p class="quiet">No mail yet.</p>`;
  const state = down
    ? html`<p class="down">The service is switched off: every request is answered with an error.</p>`
    : html``;
  const button = html`<form method="post" action="/faults"><input type="hidden" name="mode" value="${down ? 'ok' : 'down'}">
<button>${down ? 'Switch the service on' : 'Switch the service off'}</button></form>`;
  return page('Mailbox', html`${state}${list}<h2>Bad days</h2>${button}`);
}

/** One mail: its head, its attachments, how it looks, and its text form. */
export function mailPage(mail: StoredMail): string {
  const files = mail.attachments.map(
    (file, index) => html`<li><a href="/mail/${mail.id}/attachments/${index}">${file.filename}</a>
<small>${Math.ceil((file.content.length * 3) / 4 / 1024)} KB</small></li>`,
  );
  const head: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Reply to', mail.replyTo.join(', ')],
    ['When', readable(mail.createdAt)],
    ['Tags', mail.tags.map((tag) => `${tag.name}=${tag.value}`).join(', ')],
  ];
  return page(
    mail.subject,
    html`<p><a href="/">All mail</a></p>
<dl>${head.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${files.length > 0 ? html`<h2>Attachments</h2><ul>${files}</ul>` : html``}
${mail.html ? html`<h2>HTML</h2><iframe sandbox="allow-popups" src="/mail/${mail.id}/html" title="HTML form"></iframe>` : html``}
${mail.text ? html`<h2>Text</h2><pre>${mail.text}</pre>` : html`<h2>Text</h2><p class="down">This mail has no text form.</p>`}`,
  );
}

function attachmentCount(mail: StoredMail): Html {
  return mail.attachments.length > 0 ? html` <small>+ ${mail.attachments.length} files</small>` : html``;
}

function readable(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
