import { connect } from 'node:net';
import { readOffset, sandboxNow, writeOffset } from './clock';
import { type Exchange, listen, redirect, sendHtml, sendJson } from './http-server';
import { html, page } from './page';
import type { Service } from './service';

/** A service as the dashboard lists it. */
export interface Listed {
  readonly name: string;
  readonly about: string;
  readonly url: string;
  /** Where one reads what it holds, when it has pages. */
  readonly page?: string;
}

export interface DashboardOptions {
  readonly port: number;
  readonly appUrl: string;
  readonly clockFile: string;
  readonly services: () => readonly Listed[];
}

/**
 * The sandbox's own page: the services with their state, and the clock. `GET /services` is the same as JSON;
 * `POST /clock` takes `{"advanceMs": n}`, `{"offsetMs": n}` or `{"reset": true}`, as JSON or from the form.
 */
export async function startDashboard(options: DashboardOptions): Promise<Service> {
  const server = await listen(options.port, async (exchange) => {
    const { method, url, response } = exchange;
    if (method === 'POST' && url.pathname === '/clock') return moveClock(options.clockFile, exchange);
    const services = await Promise.all(
      options.services().map(async (s) => ({ ...s, up: await answers(s.url) })),
    );
    const clock = { offsetMs: readOffset(options.clockFile), now: new Date(sandboxNow(options.clockFile)) };
    if (url.pathname === '/services') return sendJson(response, 200, { services, clock });
    if (url.pathname === '/') return sendHtml(response, 200, overview(services, clock, options.appUrl));
    return sendHtml(response, 404, 'No such page.');
  });
  return { url: server.url, stop: server.close };
}

function overview(
  services: readonly (Listed & { up: boolean })[],
  clock: { offsetMs: number; now: Date },
  appUrl: string,
): string {
  const rows = services.map(
    (
      s,
    ) => html`<tr><td>${s.page ? html`<a href="${s.page}">${s.name}</a>` : s.name}<br><small>${s.about}</small></td>
<td>${s.url}</td><td>${s.up ? html`running` : html`<span class="down">not answering</span>`}</td></tr>`,
  );
  const steps: [string, number][] = [
    ['+ 5 minutes', 300_000],
    ['+ 31 minutes', 1_860_000],
    ['+ 1 day', 86_400_000],
  ];
  const buttons = steps.map(
    ([label, ms]) => html`<form method="post" action="/clock">
<input type="hidden" name="advanceMs" value="${ms}"><button>${label}</button></form>`,
  );
  return page(
    'Voilà Ferry · sandbox',
    html`<p>The site is at <a href="${appUrl}">${appUrl}</a>. These services run on this machine only.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Services"><table><tr><th>Service</th><th>Address</th><th>State</th></tr>${rows}</table></div>
<h2>Clock</h2>
<p>${clock.now.toISOString().replace('T', ' ').slice(0, 19)} UTC
<small>${clock.offsetMs === 0 ? 'as the machine' : `${clock.offsetMs} ms from the machine`}</small></p>
${buttons}
<form method="post" action="/clock"><input name="advanceMs" inputmode="numeric" size="12" aria-label="Milliseconds to move">
<button>Move by milliseconds</button></form>
<form method="post" action="/clock"><input type="hidden" name="reset" value="true"><button>Back to the machine's time</button></form>`,
  );
}

function moveClock(clockFile: string, { headers, body, response }: Exchange): void {
  if (headers.origin && headers.origin !== `http://${headers.host}`) {
    sendJson(response, 403, { error: 'another site may not move the clock' });
    return;
  }
  const isForm = !body.trimStart().startsWith('{');
  const input: Record<string, unknown> = isForm
    ? Object.fromEntries(new URLSearchParams(body))
    : JSON.parse(body);
  const offset = newOffset(input, readOffset(clockFile));
  if (!Number.isSafeInteger(offset)) {
    sendJson(response, 400, { error: 'give advanceMs or offsetMs as whole milliseconds, or reset' });
    return;
  }
  writeOffset(clockFile, offset);
  if (isForm) redirect(response, '/');
  else sendJson(response, 200, { offsetMs: offset, now: new Date(sandboxNow(clockFile)) });
}

function newOffset(input: Record<string, unknown>, current: number): number {
  if (input.reset) return 0;
  if (input.offsetMs !== undefined) return Number(input.offsetMs);
  return input.advanceMs === undefined ? Number.NaN : current + Number(input.advanceMs);
}

/** Whether somebody listens at that address. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || 5432, timeout: 500 });
    const settle = (up: boolean) => () => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
  });
}
