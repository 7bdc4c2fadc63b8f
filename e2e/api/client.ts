/** A small client of the public API, as another program would write it. */
export interface Reply<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

export interface ApiSailing {
  readonly id: string;
  readonly bookable: boolean;
  readonly departsAt: string;
  readonly fares: readonly { family: string; total: { amount: number } }[];
  readonly availability: {
    readonly passengers: { state: string; left: number };
    readonly vehicles: { state: string; left: number };
    readonly cabins: readonly { type: string; berths: number; left: number }[];
  };
}

/** The address of the app under test. */
export const baseUrl = process.env.APP_URL ?? 'http://localhost:3000';

export async function call<T = Record<string, unknown>>(
  method: string,
  path: string,
  options: { body?: unknown; token?: string; base?: string; headers?: Record<string, string> } = {},
): Promise<Reply<T>> {
  const response = await fetch(`${options.base ?? baseUrl}${path}`, {
    method,
    headers: {
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
}

/** Sailings of a day for a party given as query text, such as `adults=2&vehicles=car`. */
export async function sailings(
  from: string,
  to: string,
  date: string,
  party = 'adults=1',
): Promise<ApiSailing[]> {
  const reply = await call<{ data: ApiSailing[] }>(
    'GET',
    `/api/v1/sailings?from=${from}&to=${to}&date=${date}&${party}`,
  );
  if (reply.status !== 200) throw new Error(`search answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body.data;
}

/** Body of a hold for `adults` adults on one sailing. */
export function holdBody(sailingId: string, adults = 1, extra: Record<string, unknown> = {}) {
  return {
    legs: [{ sailingId, fareFamily: 'standard', cabins: [], meals: [] }],
    passengers: Array.from({ length: adults }, () => ({ type: 'adult' })),
    vehicles: [],
    ...extra,
  };
}

/** Invented travellers. `tag` makes parties differ; letters only. */
export function bookingBody(holdId: string, adults: number, tag: string) {
  return {
    holdId,
    contact: { email: `${tag.toLowerCase()}@example.test`, phone: '+33600000000' },
    passengers: Array.from({ length: adults }, (_, index) => ({
      type: 'adult',
      title: 'mrs',
      givenName: index === 0 ? 'Camille' : `Camille ${'ABCDEFGHI'[index]}`,
      familyName: tag,
      birthDate: '1988-03-09',
      sex: 'female',
      nationality: 'FR',
      document: { type: 'passport', number: '00XX00000', expiresOn: '2034-01-01' },
    })),
    vehicles: [],
    locale: 'fr',
    acceptTerms: true,
  };
}

/** Letters that make a family name of its own. */
export function uniqueName(): string {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26)));
  return `Essai${letters.join('')}`;
}
