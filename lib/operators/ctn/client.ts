import { answered, type OperatorAnswer, problem } from '../answer';
import type { Repeat } from '../call/caller';
import { send, type WireRequest, type WireResponse } from '../call/http';
import { andThen, mapped, read, wrongAnswer } from '../reading';
import type { Surroundings } from '../surroundings';
import { type Token, withToken } from '../token';
import { toProblem } from './map';
import { enveloppe, jetons } from './wire';

export interface CtnSettings {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  readonly webhookSecret: string;
}

/** What CTN says inside its envelope. */
export type Said =
  | { readonly well: true; readonly data: unknown }
  | { readonly well: false; readonly code: string; readonly data: unknown };

/** One attempt at a request, let in by a token. */
export type CtnAttempt = (request: WireRequest, signal: AbortSignal) => Promise<OperatorAnswer<Said>>;

export interface CtnClient {
  readonly attempt: CtnAttempt;
  /** Asks CTN, with repetition as told, and has what it says read. */
  ask<T>(
    operation: string,
    repeat: Repeat<T>,
    request: WireRequest,
    reader: (said: Said) => OperatorAnswer<T>,
  ): Promise<OperatorAnswer<T>>;
}

/** Enters by name and password, then renews the token that it has been given; a refused renewal means entering anew. */
export function ctnClient(settings: CtnSettings, { fetch, caller, now }: Surroundings): CtnClient {
  const endpoint = { baseUrl: settings.baseUrl, fetch };
  const credentials = { identifiant: settings.user, mot_de_passe: settings.password };

  async function enter(path: string, json: object, signal: AbortSignal): Promise<OperatorAnswer<Token>> {
    const said = andThen(await send(endpoint, { method: 'POST', path, json }, signal), opened);
    return mapped(
      andThen(said, (each) => (each.well ? read(jetons, each.data) : problem(toProblem(each.code)))),
      ({ jeton, jeton_rafraichissement, expire_dans }) => ({
        value: jeton,
        expiresAtMs: now().getTime() + expire_dans * 1000,
        renewal: jeton_rafraichissement,
      }),
    );
  }
  const withJeton = withToken({
    now,
    isStale: ({ body }) => (body as { code?: unknown } | undefined)?.code === 'JETON_EXPIRE',
    async obtain(old, signal) {
      const renewed = old?.renewal
        ? await enter('/api/auth/rafraichir', { jeton_rafraichissement: old.renewal }, signal)
        : null;
      return renewed?.ok ? renewed : enter('/api/auth/jeton', credentials, signal);
    },
  });
  const attempt: CtnAttempt = async (request, signal) => {
    const answer = await withJeton((jeton) =>
      send(endpoint, { ...request, headers: { authorization: `Bearer ${jeton}` } }, signal),
    );
    return andThen(answer, opened);
  };
  return {
    attempt,
    ask: (operation, repeat, request, reader) =>
      caller({
        operation,
        repeat,
        attempt: async (signal) => andThen(await attempt(request, signal), reader),
      }),
  };
}

/** What is in the envelope. */
function opened({ status, body }: WireResponse): OperatorAnswer<Said> {
  if (status !== 200) return wrongAnswer(`status ${status}`);
  return mapped(read(enveloppe, body), (said) =>
    said.statut === 'OK'
      ? { well: true, data: said.donnees }
      : { well: false, code: said.code, data: said.donnees },
  );
}

/** A request that reads: nothing but its address. */
export const get = (path: string, query: Readonly<Record<string, string>>): WireRequest => ({
  method: 'GET',
  path: `${path}?${new URLSearchParams(query)}`,
});

/** A request that does something. */
export const post = (path: string, json: object = {}): WireRequest => ({ method: 'POST', path, json });

/** Nothing to read where it went well. */
export const acknowledged = (said: Said): OperatorAnswer<null> =>
  said.well ? answered(null) : problem(toProblem(said.code));
