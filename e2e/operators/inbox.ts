import type { IncomingWebhook } from '@/lib/operators/port';
import { listen, sendJson } from '@/sandbox/http-server';

/** Where webhooks come in. */
export async function openInbox(take: (webhook: IncomingWebhook) => void) {
  const server = await listen(0, ({ headers, body, response }) => {
    const single = Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0] : value,
    ]);
    take({ headers: Object.fromEntries(single), body });
    sendJson(response, 200, {});
  });
  return server;
}
export type Inbox = Awaited<ReturnType<typeof openInbox>>;
