import { type OperatorAnswer, problem } from '../answer';
import type { Repeat } from '../call/caller';
import { send, type WireRequest, type WireResponse } from '../call/http';
import { andThen } from '../reading';
import type { Surroundings } from '../surroundings';

export interface LocalSettings {
  readonly baseUrl: string;
  readonly key: string;
}

/** Asks the local operator and has the answer read. */
export type LocalClient = <T>(
  operation: string,
  repeat: Repeat<T>,
  request: WireRequest,
  reader: (response: WireResponse) => OperatorAnswer<T>,
) => Promise<OperatorAnswer<T>>;

/** Every request carries the key as a bearer. */
export function localClient({ baseUrl, key }: LocalSettings, { fetch, caller }: Surroundings): LocalClient {
  return (operation, repeat, request, reader) =>
    caller({
      operation,
      repeat,
      attempt: async (signal) => {
        if (!baseUrl) return problem({ kind: 'unavailable', why: 'not configured', effect: 'none' });
        const headers = { ...request.headers, authorization: `Bearer ${key}` };
        return andThen(await send({ baseUrl, fetch }, { ...request, headers }, signal), reader);
      },
    });
}
