import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { codes } from '../codes';
import type { Company } from '../company/company';
import { wallClock } from '../company/local-time';
import type { Sailing } from '../company/plan';
import { fareCents } from '../company/price';
import type { Front } from '../company/serve';

const PORTS = codes({
  FRTLN: 'Toulon',
  FRNCE: 'Nice',
  FRAJA: 'Ajaccio',
  FRBIA: 'Bastia',
  FRILR: 'Ile Rousse',
  ITGOA: 'Genoa',
  ITLIV: 'Livorno',
  ITCVV: 'Civitavecchia',
  ITSAL: 'Salerno',
  ITPMO: 'Palermo',
  ITOLB: 'Olbia',
  TNLGN: 'Tunis',
});
const COMPANIES = codes({
  moby: 'Moby Lines',
  grimaldi: 'Grimaldi Lines',
  'corsica-ferries': 'Corsica Sardinia Ferries',
});

/** Ferryhopper's MCP server, by its public tool contract: it shows, and sends elsewhere to book. */
export function ferryhopperFront(): Front {
  return {
    name: 'ferryhopper',
    holdMinutes: 0,
    listings: ['foundDirectItinerariesForTrip'],
    async answer({ method, path, headers, text }, company) {
      if (path.join('/') !== 'mcp') return { status: 404 };
      if (method !== 'POST') return { status: 405 };
      const server = newServer(company);
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await server.connect(transport);
      const single = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const request = new Request('http://ferryhopper.local/mcp', { method, headers: single, body: text });
      const response = await transport.handleRequest(request);
      const body = await response.text();
      await server.close();
      return { status: response.status, ...(body && { body: JSON.parse(body) }) };
    },
  };
}

function newServer(company: Company): McpServer {
  const server = new McpServer({ name: 'ferryhopper', version: '1.0.0' });
  const inputSchema = { departureLocation: z.string(), arrivalLocation: z.string(), date: z.iso.date() };
  server.registerTool('search_trips', { inputSchema }, ({ departureLocation, arrivalLocation, date }) => {
    const from = PORTS.plan(departureLocation);
    const to = PORTS.plan(arrivalLocation);
    if (!from || !to) return { isError: true, content: [{ type: 'text', text: 'no such port' }] };
    const sailings = company.departures(from, to, date, date).filter(company.forSale);
    const structuredContent = {
      foundDirectItinerariesForTrip: sailings.map((each) => itinerary(company, each)),
    };
    return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
  });
  server.registerTool('get_ports', {}, () => {
    const ports = Object.keys(company.plan.zones).map((code) => ({ id: code, name: PORTS.own(code) }));
    return { structuredContent: { ports }, content: [{ type: 'text', text: JSON.stringify(ports) }] };
  });
  return server;
}

function itinerary(company: Company, sailing: Sailing) {
  const { zones } = company.plan;
  const tariff = company.tariffOf(sailing);
  const dues = tariff.dues.reduce((sum, due) => sum + due.cents, 0);
  const adult = fareCents(tariff, 'basic', 'adult') + dues;
  const price = (cents: number) => ({ expectedPrice: { totalPriceInCents: cents, currency: 'EUR' } });
  const local = (iso: string, port: string) => `${wallClock(Date.parse(iso), zones[port] ?? 'UTC')}:00`;
  return {
    deepLink: `https://www.ferryhopper.com/en/booking/results?trip=${sailing.id}`,
    segments: [
      {
        departurePort: { id: sailing.from, name: PORTS.own(sailing.from) },
        arrivalPort: { id: sailing.to, name: PORTS.own(sailing.to) },
        departureDateTime: local(sailing.departsAt, sailing.from),
        arrivalDateTime: local(sailing.arrivesAt, sailing.to),
        ownerCompany: { name: COMPANIES.own(sailing.operator) },
        vessel: { name: company.shipOf(sailing) },
        accommodations: [
          ...tariff.cabins.map(({ priceCents }) => price(adult + priceCents)),
          { description: 'Deck', ...price(adult) },
        ],
      },
    ],
  };
}
