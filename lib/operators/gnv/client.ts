import type { OperatorAnswer } from '../answer';
import type { Repeat } from '../call/caller';
import { send, type WireRequest, type WireResponse } from '../call/http';
import { andThen } from '../reading';
import type { Surroundings } from '../surroundings';

export interface GnvSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
}

/** Asks GNV and has the answer read. */
export type GnvClient = <T>(
  operation: string,
  repeat: Repeat<T>,
  request: WireRequest,
  reader: (response: WireResponse) => OperatorAnswer<T>,
) => Promise<OperatorAnswer<T>>;

/** Every request carries the key in a header of its own. */
export function gnvClient({ baseUrl, apiKey }: GnvSettings, { fetch, caller }: Surroundings): GnvClient {
  return (operation, repeat, request, reader) =>
    caller({
      operation,
      repeat,
      attempt: async (signal) => {
        const headers = { ...request.headers, 'x-gnv-key': apiKey };
        return andThen(await send({ baseUrl, fetch }, { ...request, headers }, signal), reader);
      },
    });
}
