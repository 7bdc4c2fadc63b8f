import type { OperatorAnswer } from '../answer';
import type { Repeat } from '../call/caller';
import { send, type WireRequest, type WireResponse } from '../call/http';
import { andThen, mapped, read, wrongAnswer } from '../reading';
import type { Surroundings } from '../surroundings';
import { withToken } from '../token';
import { token } from './wire';

export interface CorsicaLineaSettings {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string;
}

/** Asks Corsica Linea and has the answer read. */
export type CorsicaLineaClient = <T>(
  operation: string,
  repeat: Repeat<T>,
  request: WireRequest,
  reader: (response: WireResponse) => OperatorAnswer<T>,
) => Promise<OperatorAnswer<T>>;

/** Let in by OAuth 2 client credentials: a token for five minutes, a new one when it is over or refused. */
export function corsicaLineaClient(
  { baseUrl, clientId, clientSecret }: CorsicaLineaSettings,
  { fetch, caller, now }: Surroundings,
): CorsicaLineaClient {
  const endpoint = { baseUrl, fetch };
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const withAccess = withToken({
    now,
    isStale: ({ status }) => status === 401,
    async obtain(_, signal) {
      const headers = { authorization: basic };
      const form = { grant_type: 'client_credentials' };
      const answer = await send(endpoint, { method: 'POST', path: '/oauth2/token', headers, form }, signal);
      return mapped(
        andThen(answer, ({ status, body }) =>
          status === 200 ? read(token, body) : wrongAnswer(`token: ${status}`),
        ),
        ({ access_token, expires_in }) => ({
          value: access_token,
          expiresAtMs: now().getTime() + expires_in * 1000,
        }),
      );
    },
  });
  return (operation, repeat, request, reader) =>
    caller({
      operation,
      repeat,
      attempt: async (signal) => {
        const answer = await withAccess((access) => {
          const headers = { ...request.headers, authorization: `Bearer ${access}` };
          return send(endpoint, { ...request, headers }, signal);
        });
        return andThen(answer, reader);
      },
    });
}
