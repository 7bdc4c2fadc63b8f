import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type OperatorAnswer, problem } from '../answer';
import { mapped, read } from '../reading';
import type { Surroundings } from '../surroundings';
import { foundTrips, type WireItinerary } from './wire';

export interface FerryhopperSettings {
  readonly url: string;
}

/** The trips of one day between two places, by their names. */
export type FerryhopperSearch = (
  from: string,
  to: string,
  date: string,
) => Promise<OperatorAnswer<readonly WireItinerary[]>>;

/**
 * Ferryhopper's MCP server, asked without a key. One session is kept and shared; after any trouble the next attempt
 * begins a new one.
 */
export function ferryhopperClient(
  { url }: FerryhopperSettings,
  surroundings: Surroundings,
): FerryhopperSearch {
  let session: Promise<Client> | null = null;
  const open = async (): Promise<Client> => {
    const client = new Client({ name: 'voila-ferry', version: '1.0.0' });
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { fetch: surroundings.fetch }));
    return client;
  };
  const attempt = async (args: Record<string, string>, signal: AbortSignal) => {
    session ??= open();
    const mine = session;
    try {
      const client = await mine;
      const params = { name: 'search_trips', arguments: args };
      return tripsIn(await client.callTool(params, undefined, { signal }));
    } catch (error) {
      if (session === mine) session = null;
      void mine.then((client) => client.close()).catch(() => undefined);
      if (signal.aborted) throw error;
      const why = error instanceof Error ? error.name : 'no answer';
      return problem({ kind: 'unavailable', why, effect: 'none' });
    }
  };
  return (departureLocation, arrivalLocation, date) =>
    surroundings.caller({
      operation: 'search',
      repeat: 'read',
      attempt: (signal) => attempt({ departureLocation, arrivalLocation, date }, signal),
    });
}

/** What the tool found. One that says that it has failed has understood us, and says no. */
function tripsIn(result: Readonly<Record<string, unknown>>): OperatorAnswer<readonly WireItinerary[]> {
  if (result.isError === true) return problem({ kind: 'refused', reason: 'search_trips' });
  return mapped(read(foundTrips, result.structuredContent), (found) => found.foundDirectItinerariesForTrip);
}
