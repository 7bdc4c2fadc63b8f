import type { z } from 'zod';
import { answered, type OperatorAnswer, problem, unsupported } from '../answer';
import { type OperatorPort, SELLING } from '../port';
import { andThen, eachOnce, mapped, read, readText } from '../reading';
import { isFresh, isSignedBy } from '../signature';
import type { Surroundings } from '../surroundings';
import type { OperatorHold, RouteQuery } from '../words';
import { acknowledged, type CtnSettings, ctnClient, get, post, type Said } from './client';
import { PORTS } from './codes';
import {
  hundredths,
  instantOf,
  jourOf,
  toHoldAnswer,
  toNotice,
  toOffer,
  toOrderState,
  toProblem,
  toSailing,
  toTicketAnswer,
} from './map';
import { toWireOrder, toWirePassengers } from './order';
import { annulation, avis, disponibilites, dossier, dossiers, traversees, type WireDossier } from './wire';

/** A listing longer than that many pages goes round in circles. */
const MOST_PAGES = 100;

/** CTN. Its wire format and quirks: README.md. */
export function ctnOperator(settings: CtnSettings, surroundings: Surroundings): OperatorPort {
  const client = ctnClient(settings, surroundings);

  /** All pages of a listing: each tells where the next begins. */
  async function list<Wire, Item>(
    operation: string,
    { routeId, from, to }: RouteQuery,
    schema: z.ZodType<{ traversees: Wire[]; curseur_suivant: string | null }>,
    turn: (wire: Wire) => Item,
  ): Promise<OperatorAnswer<Item[]>> {
    const ends = PORTS.ends(routeId);
    if (!ends) return answered([]);
    const path = `/api/${operation === 'timetable' ? 'traversees' : 'disponibilites'}`;
    const query = { depart: ends.from.theirs, arrivee: ends.to.theirs, du: jourOf(from), au: jourOf(to) };
    const readPage = (said: Said) =>
      mapped(reading(schema)(said), (page) => ({
        items: page.traversees.map(turn),
        next: page.curseur_suivant,
      }));
    const items: Item[] = [];
    let cursor = {};
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await client.ask(operation, 'read', get(path, { ...query, ...cursor }), readPage);
      if (!answer.ok) return answer;
      items.push(...answer.value.items);
      if (!answer.value.next) return answered(items);
      cursor = { curseur: answer.value.next };
    }
    return problem({ kind: 'wrong-answer', why: 'a listing without end', effect: 'none' });
  }

  const files = (orderKey: string) => get('/api/options', { reference_client: orderKey });

  /** The hold that an order has already, for whoever is about to ask for it: null where it has none. */
  const standing = (said: Said): OperatorAnswer<OperatorHold> | null => {
    const found = reading(dossiers)(said);
    if (!found.ok) return found;
    const file = current(found.value.dossiers);
    return file ? toHoldAnswer(file) : null;
  };

  const release = (holdRef: string) =>
    client.ask('release', 'keyed', post(`/api/options/${encodeURIComponent(holdRef)}/liberation`), (said) => {
      const answer = acknowledged(said);
      return !answer.ok && answer.problem.kind === 'gone' ? answered(null) : answer;
    });

  /** Options that the same order has beside its ticket, made by attempts that crossed. Those that stay end by themselves. */
  async function releaseOthers({ dossier: own, reference_client }: WireDossier): Promise<void> {
    const found = await client.ask('find', 'read', files(reference_client), reading(dossiers));
    const all = found.ok ? found.value.dossiers : [];
    for (const each of all) if (each.etat === 'OPTION' && each.dossier !== own) await release(each.dossier);
  }

  return {
    code: 'ctn',
    capabilities: new Set(SELLING),

    async timetable(query) {
      const all = await list('timetable', query, traversees, (each) => toSailing(each, query.routeId));
      return mapped(all, (sailings) => eachOnce(sailings, (sailing) => sailing));
    },

    async offers(query) {
      const seenAt = surroundings.now();
      const all = await list('offers', query, disponibilites, (each) => toOffer(each, query.routeId, seenAt));
      return mapped(all, (found) => eachOnce(found, ({ sailing }) => sailing));
    },

    redirects: unsupported,

    /** CTN takes no key and no expected price: it is looked for before, and given back after, by ourselves. */
    async hold(order) {
      const json = toWireOrder(order);
      if (!json) return problem({ kind: 'refused', reason: 'PRESTATION_INCONNUE' });
      const before = await client.ask('find', 'read', files(order.orderKey), (said) =>
        answered(standing(said)),
      );
      if (!before.ok) return before;
      const look = async (signal: AbortSignal) => {
        const said = await client.attempt(files(order.orderKey), signal);
        return said.ok ? standing(said.value) : said;
      };
      const held =
        before.value ??
        (await client.ask('hold', { look }, post('/api/options', json), (said) =>
          andThen(reading(dossier)(said), toHoldAnswer),
        ));
      if (!held.ok || order.expectedCents === undefined || held.value.totalCents === order.expectedCents)
        return held;
      await release(held.value.holdRef);
      return problem({ kind: 'price-changed', totalCents: held.value.totalCents });
    },

    async confirm(holdRef, bookingReference) {
      const path = `/api/options/${encodeURIComponent(holdRef)}/emission`;
      const request = post(path, { reference_agence: bookingReference });
      const file = await client.ask('confirm', 'keyed', request, (said) => {
        const issuedBefore = !said.well && said.code === 'DEJA_EMIS';
        return issuedBefore ? read(dossier, said.data) : reading(dossier)(said);
      });
      const ticket = andThen(file, toTicketAnswer);
      if (file.ok && ticket.ok) await releaseOthers(file.value);
      return ticket;
    },

    release,

    find(orderKey) {
      return client.ask('find', 'read', files(orderKey), (said) =>
        mapped(reading(dossiers)(said), (all) => toOrderState(current(all.dossiers))),
      );
    },

    cancel(ticketRef) {
      const path = `/api/billets/${encodeURIComponent(ticketRef)}/annulation`;
      return client.ask('cancel', 'keyed', post(path), (said) =>
        mapped(reading(annulation)(said), ({ retenue, rembourse }) => ({
          keptCents: hundredths(retenue),
          returnedCents: hundredths(rembourse),
        })),
      );
    },

    sendManifest(ticketRef, manifest) {
      const path = `/api/billets/${encodeURIComponent(ticketRef)}/passagers`;
      return client.ask('manifest', 'keyed', post(path, toWirePassengers(manifest)), acknowledged);
    },

    /** `x-ctn-signature`: base64 over the body, in which the moment of sending is told to the minute. */
    readWebhook({ headers, body }, now) {
      const signature = headers['x-ctn-signature'] ?? '';
      if (!isSignedBy(settings.webhookSecret, body, { signature, hash: 'sha256', encoding: 'base64' }))
        return problem({ kind: 'refused', reason: 'signature' });
      return andThen(readText(avis, body), ({ avis: deliveryId, emis_le, evenements }) =>
        isFresh(instantOf(emis_le).getTime(), now)
          ? answered({ deliveryId, notices: evenements.map(toNotice).filter((notice) => notice !== null) })
          : problem({ kind: 'refused', reason: 'signature' }),
      );
    },
  };
}

/** Of several files under one reference the one that counts: a ticket, else an option, else the last. */
function current(files: readonly WireDossier[]): WireDossier | undefined {
  return (
    files.find(({ etat }) => etat === 'BILLET') ?? files.find(({ etat }) => etat === 'OPTION') ?? files.at(-1)
  );
}

/** What was asked for, by its schema, or CTN's reason why not. */
function reading<Schema extends z.ZodType>(schema: Schema) {
  return (said: Said): OperatorAnswer<z.output<Schema>> =>
    said.well ? read(schema, said.data) : problem(toProblem(said.code));
}
