import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { counted } from '../codes';
import type { Happening } from '../company/chance';
import type { Company, No, Outcome } from '../company/company';
import type { Order } from '../company/price';
import type { Asked, Front } from '../company/serve';
import type { Answer } from '../faults';
import { type Desk, openDesk } from './desk';
import {
  disponibilite,
  dossier,
  moment,
  montant,
  PORTS,
  PRESTATIONS,
  TARIFS,
  traversee,
  VEHICULES,
} from './words';

const PAGE_SIZE = 8;

const compte = z.record(z.string(), z.number().int().min(1));
const longueur = z.string().regex(/^\d+,\d{2}$/);
const optionInput = z.strictObject({
  reference_client: z.string().min(1),
  traversee: z.string(),
  tarif: z.string(),
  passagers: z.strictObject({
    adultes: z.number().int().min(0),
    enfants: z.number().int().min(0),
    bebes: z.number().int().min(0),
  }),
  vehicules: z.array(
    z.strictObject({
      type: z.string(),
      longueur,
      hauteur: longueur,
      coffre: z.boolean(),
      porte_velos: z.boolean(),
    }),
  ),
  animaux: z.number().int().min(0),
  prestations: compte,
});
const jour = z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/);
const passagersInput = z.strictObject({
  passagers: z
    .array(
      z.strictObject({
        categorie: z.enum(['ADULTE', 'ENFANT', 'BEBE']),
        nom: z.string().min(1),
        prenoms: z.string().min(1),
        sexe: z.enum(['F', 'M', 'N']),
        ne_le: jour,
        nationalite: z.string().length(2),
        piece: z
          .strictObject({
            nature: z.enum(['PASSEPORT', 'CNI', 'TITRE_SEJOUR']),
            numero: z.string(),
            expire_le: jour,
          })
          .nullable(),
        soins: z.string().nullable(),
        urgence: z.string().nullable(),
      }),
    )
    .min(1),
  immatriculations: z.array(z.string()),
});

/** Always 200: whether it went well is said inside. */
const ok = (donnees: object): Answer => ({ status: 200, body: { statut: 'OK', donnees } });
const erreur = (code: string, message: string = code): Answer => ({
  status: 200,
  body: { statut: 'ERREUR', code, message },
});

const REFUS: Readonly<Record<No, string>> = {
  'sold-out': 'COMPLET',
  'price-changed': 'TARIF_MODIFIE',
  gone: 'CADUC',
  unknown: 'INCONNU',
  'not-sold': 'PRESTATION_INCONNUE',
  refused: 'VENTE_FERMEE',
  ticketed: 'DEJA_EMIS',
};

function reply<T>(outcome: Outcome<T>, done: (value: T) => Answer): Answer {
  return outcome.ok ? done(outcome.value) : erreur(REFUS[outcome.why]);
}

/** CTN's interface, as lib/operators/ctn/README.md assumes it. */
export function ctnFront(keys: {
  readonly user: string;
  readonly password: string;
  readonly webhookSecret: string;
}): Front {
  const desk = openDesk(keys);
  return {
    name: 'ctn',
    holdMinutes: 20,
    listings: ['traversees'],
    answer(asked, company) {
      const [api, ...path] = asked.path;
      if (api !== 'api') return { status: 404 };
      if (path[0] === 'auth') return enter(desk, path[1], asked.json, company.nowMs());
      if (!desk.knows(asked.headers.authorization, company.nowMs())) return erreur('JETON_EXPIRE');
      const [kind, id = '', action] = path;
      switch (`${asked.method} ${[kind, id && ':id', action].filter(Boolean).join('/')}`) {
        case 'GET traversees':
          return list(asked, company, (all) => all.map((each) => traversee(company, each)));
        case 'GET disponibilites':
          return list(asked, company, (all) =>
            all.filter(company.forSale).map((each) => disponibilite(company, each)),
          );
        case 'POST options':
          return open(asked.json, company);
        case 'GET options':
          return ok({ dossiers: company.keyed(asked.query.get('reference_client') ?? '').map(dossier) });
        case 'POST options/:id/emission':
          return emit(id, asked.json, company);
        case 'POST options/:id/liberation':
          return reply(company.release(id), (entry) => ok(dossier(entry)));
        case 'POST billets/:id/annulation':
          return reply(company.cancel(id), ({ keptCents = 0, totalCents }) =>
            ok({ retenue: montant(keptCents), rembourse: montant(totalCents - keptCents) }),
          );
        case 'POST billets/:id/passagers': {
          const input = passagersInput.safeParse(asked.json);
          if (!input.success) return erreur('DEMANDE_INVALIDE', z.prettifyError(input.error));
          return reply(company.takeManifest(id, input.data), () => ok({}));
        }
        default:
          return { status: 404 };
      }
    },
    webhook(happening, id, { nowMs }) {
      const body = JSON.stringify({ avis: id, emis_le: moment(nowMs()), evenements: [evenement(happening)] });
      const signature = createHmac('sha256', keys.webhookSecret).update(body).digest('base64');
      return { headers: { 'x-ctn-signature': signature }, body };
    },
  };
}

function enter(desk: Desk, how: string | undefined, json: unknown, now: number): Answer {
  const input = (json ?? {}) as Record<string, unknown>;
  const pair = how === 'jeton' ? desk.enter(input, now) : desk.renew(input.jeton_rafraichissement, now);
  return pair ? ok(pair) : erreur('ACCES_REFUSE');
}

function list(
  { query }: Asked,
  company: Company,
  tell: (sailings: ReturnType<Company['departures']>) => { numero: string }[],
): Answer {
  const from = PORTS.plan(query.get('depart') ?? '');
  const to = PORTS.plan(query.get('arrivee') ?? '');
  if (!from || !to) return erreur('PORT_INCONNU');
  const day = (name: string) => (query.get(name) ?? '').split('/').reverse().join('-');
  const all = tell(company.departures(from, to, day('du'), day('au')));
  const cursor = query.get('curseur');
  const start = cursor ? all.findIndex(({ numero }) => numero === cursor) : 0;
  const traversees = all.slice(start, start + PAGE_SIZE);
  return ok({ traversees, curseur_suivant: all[start + PAGE_SIZE]?.numero ?? null });
}

/** Takes no key: who asks twice has two files. */
function open(json: unknown, company: Company): Answer {
  const input = optionInput.safeParse(json);
  if (!input.success) return erreur('DEMANDE_INVALIDE', z.prettifyError(input.error));
  const order = orderOf(input.data);
  if (!order) return erreur('PRESTATION_INCONNUE');
  return reply(company.hold(input.data.reference_client, order), (entry) => ok(dossier(entry)));
}

/** A second emission is an error, though one that tells the ticket. */
function emit(id: string, json: unknown, company: Company): Answer {
  const before = company.entry(id);
  if (before?.state === 'ticketed')
    return {
      status: 200,
      body: { statut: 'ERREUR', code: 'DEJA_EMIS', message: '', donnees: dossier(before) },
    };
  const { reference_agence } = (json ?? {}) as { reference_agence?: string };
  return reply(company.confirm(id, reference_agence ?? ''), (entry) => ok(dossier(entry)));
}

function orderOf(input: z.infer<typeof optionInput>): Order | null {
  const family = TARIFS.plan(input.tarif);
  const items = counted(
    Object.entries(input.prestations).map(([code, quantity]) => ({ code, quantity })),
    PRESTATIONS.plan,
  );
  if (!family || !items) return null;
  const of = (test: RegExp) => Object.fromEntries(Object.entries(items).filter(([code]) => test.test(code)));
  const cm = (metres: string) => Number(metres.replace(',', ''));
  return {
    sailingId: input.traversee,
    family,
    passengers: {
      adult: input.passagers.adultes,
      child: input.passagers.enfants,
      infant: input.passagers.bebes,
    },
    vehicles: input.vehicules.map((vehicle) => ({
      kind: VEHICULES.plan(vehicle.type) ?? vehicle.type,
      lengthCm: cm(vehicle.longueur),
      heightCm: cm(vehicle.hauteur),
      accessories: [...(vehicle.coffre ? ['roof-box'] : []), ...(vehicle.porte_velos ? ['bike-rack'] : [])],
    })),
    pets: input.animaux,
    cabins: of(/^(inside|outside|suite|pet)-/),
    seats: of(/^seat-/),
    meals: of(/^(breakfast|lunch|dinner)/),
  };
}

function evenement(happening: Happening): object {
  const { sailingId: numero } = happening;
  switch (happening.kind) {
    case 'delay': {
      const hours = `${Math.floor(happening.minutes / 60)}h${String(happening.minutes % 60).padStart(2, '0')}`;
      return { nature: 'RETARD', traversee: numero, retard: hours };
    }
    case 'ship':
      return { nature: 'CHANGEMENT_NAVIRE', traversee: numero, navire: happening.ship };
    case 'cancelled':
      return { nature: 'ANNULATION', traversee: numero };
    case 'availability':
      return { nature: 'DISPONIBILITE', traversee: numero };
  }
}
