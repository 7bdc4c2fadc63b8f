import { until } from './house';

/** A mail as the mailbox shows it. */
export interface Letter {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly attachments: readonly { filename: string; content_type: string; size: number; path: string }[];
}

/** One checkout page as the payment service lists it. */
export interface CheckoutRow {
  readonly session: string;
  readonly status: string;
  readonly paymentStatus: string;
  readonly amount: number;
  readonly refunded: number;
  readonly reference: string | null;
}

/** The outside world of a house: what it holds, and the strings that make it unwell. */
export function servicesOf({
  settings,
}: {
  readonly settings: Readonly<Record<string, string | undefined>>;
}) {
  const stripe = settings.STRIPE_API_BASE as string;
  const operator = settings.LOCAL_OPERATOR_URL as string;
  const mail = settings.RESEND_API_BASE as string;
  const stripeSays = (target: string, body: unknown = {}) => post(`${stripe}/_control/${target}`, body);
  const operatorSays = (body: unknown) => post(`${operator}/_control`, body);

  return {
    stripeSays,
    operatorSays,
    mailIs: (mode: 'down' | 'ok') => post(`${mail}/faults`, { mode }),

    /** True when all of them take connections; throws while one does not. */
    async answer(): Promise<boolean> {
      await Promise.all([
        get(`${stripe}/_control`),
        get(`${mail}/inbox?to=nobody@example.com`),
        get(`${operator}/_control`),
      ]);
      return true;
    },

    /** Everything answers as it should again. */
    async calm(): Promise<void> {
      await stripeSays('reset');
      await operatorSays({ mode: 'ok', times: null, applied: false, refused: [] });
      await post(`${mail}/faults`, { mode: 'ok' });
    },

    /** The traveller types a card; gives what became of it: `complete`, `declined`, `closed`, … */
    async pay(session: string, card = '4242424242424242'): Promise<string> {
      const outcome = (await stripeSays(`sessions/${session}/pay`, { card })) as { kind: string };
      return outcome.kind;
    },

    async checkouts(reference: string): Promise<CheckoutRow[]> {
      const reply = (await get(`${stripe}/_payments?format=json`)) as { data: CheckoutRow[] };
      return reply.data.filter((row) => row.reference === reference);
    },

    /** Ids of the events whose webhook was not taken yet. */
    async pendingWebhooks(): Promise<string[]> {
      const seen = (await get(`${stripe}/_control`)) as { pendingWebhooks: { eventId: string }[] };
      return seen.pendingWebhooks.map((each) => each.eventId);
    },

    async letters(to: string): Promise<Letter[]> {
      const reply = (await get(`${mail}/inbox?to=${encodeURIComponent(to)}`)) as { data: Letter[] };
      return reply.data;
    },

    /** The bytes of an attachment. */
    async attachment(path: string): Promise<Buffer> {
      return Buffer.from(await (await fetch(`${mail}${path}`)).arrayBuffer());
    },

    /** Tickets in the operator's own book that were not given back. */
    async tickets(reference: string): Promise<{ sailingId: string; ticketNumber: string }[]> {
      const reply = (await get(`${operator}/v1/tickets?bookingReference=${reference}`, {
        authorization: `Bearer ${settings.LOCAL_OPERATOR_KEY}`,
      })) as { data: { sailingId: string; ticketNumber: string; status: string }[] };
      return reply.data.filter((ticket) => ticket.status === 'issued');
    },

    /** Moves the clock of the whole house on. */
    async passMinutes(minutes: number): Promise<void> {
      await post(`${settings.SANDBOX_URL}/clock`, { advanceMs: minutes * 60_000 });
    },

    /** Until Stripe has no webhook left that it may send. */
    webhooksDelivered: () =>
      until('all webhooks delivered', 40, async () => {
        const seen = (await get(`${stripe}/_control`)) as { pendingWebhooks: unknown[] };
        return seen.pendingWebhooks.length === 0;
      }),
  };
}

export type Services = ReturnType<typeof servicesOf>;

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answerOf(url, response);
}

async function get(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  return answerOf(url, await fetch(url, { headers }));
}

async function answerOf(url: string, response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}
