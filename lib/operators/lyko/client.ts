import { createHmac, randomUUID } from 'node:crypto';
import { type OperatorAnswer, problem } from '../answer';
import type { Repeat } from '../call/caller';
import { send, type WireResponse } from '../call/http';
import { andThen, read, wrongAnswer } from '../reading';
import type { Surroundings } from '../surroundings';
import { envelope } from './wire';

export interface LykoSettings {
  readonly baseUrl: string;
  readonly account: string;
  readonly secret: string;
}

/** What a method says: its result, or an error by its number. */
export type Said =
  | { readonly well: true; readonly result: unknown }
  | { readonly well: false; readonly error: { readonly code: number; readonly data?: unknown } };

/** One attempt at a method. */
export type LykoAttempt = (
  method: string,
  params: object,
  signal: AbortSignal,
) => Promise<OperatorAnswer<Said>>;

export interface LykoClient {
  /** Does several calls as one: what is repeated is all of it. */
  attempts<T>(
    operation: string,
    repeat: Repeat<T>,
    work: (attempt: LykoAttempt, signal: AbortSignal) => Promise<OperatorAnswer<T>>,
  ): Promise<OperatorAnswer<T>>;
  ask<T>(
    operation: string,
    repeat: Repeat<T>,
    method: string,
    params: object,
    reader: (said: Said) => OperatorAnswer<T>,
  ): Promise<OperatorAnswer<T>>;
}

/** Every call goes to one address and is signed: HMAC-SHA256 over the date, a line feed and the body. */
export function lykoClient(
  { baseUrl, account, secret }: LykoSettings,
  surroundings: Surroundings,
): LykoClient {
  const { fetch, caller, now } = surroundings;
  const attempt: LykoAttempt = async (method, params, signal) => {
    const id = randomUUID();
    const json = { jsonrpc: '2.0', id, method, params };
    const date = `${now().toISOString().slice(0, 19)}Z`;
    const signature = createHmac('sha256', secret)
      .update(`${date}\n${JSON.stringify(json)}`)
      .digest('hex');
    const headers = { 'x-lyko-account': account, 'x-lyko-date': date, 'x-lyko-signature': signature };
    const answer = await send({ baseUrl, fetch }, { method: 'POST', path: '/v1/rpc', headers, json }, signal);
    return andThen(answer, (response) => opened(response, id));
  };
  const attempts: LykoClient['attempts'] = (operation, repeat, work) =>
    caller({ operation, repeat, attempt: (signal) => work(attempt, signal) });
  return {
    attempts,
    ask: (operation, repeat, method, params, reader) =>
      attempts(operation, repeat, async (once, signal) =>
        andThen(await once(method, params, signal), reader),
      ),
  };
}

/** What is in the envelope, if it is the one that answers this call. */
function opened({ status, body }: WireResponse, id: string): OperatorAnswer<Said> {
  if (status === 401) return problem({ kind: 'unavailable', why: 'we are not let in', effect: 'none' });
  if (status !== 200) return wrongAnswer(`status ${status}`);
  return andThen(read(envelope, body), (said): OperatorAnswer<Said> => {
    if (said.id !== id) return wrongAnswer('the answer to another call');
    if ('result' in said) return { ok: true, value: { well: true, result: said.result } };
    return { ok: true, value: { well: false, error: said.error } };
  });
}
