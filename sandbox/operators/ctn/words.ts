import { codes } from '../codes';
import type { Company, Entry } from '../company/company';
import { wallClock } from '../company/local-time';
import type { Sailing } from '../company/plan';
import { fareCents, vehicleCents } from '../company/price';

export const PORTS = codes({ FRMRS: 'MARSEILLE', ITGOA: 'GENES', TNLGN: 'TUNIS', TNZRZ: 'ZARZIS' });
export const TARIFS = codes({ basic: 'PROMO', standard: 'NORMAL', flex: 'CONFORT' });
export const VEHICULES = codes({
  car: 'VP',
  suv: 'VP+',
  van: 'FOURGON',
  motorcycle: '2R',
  camper: 'CC',
  caravan: 'CARAV',
  truck: 'PL',
  trailer: 'REM',
  bicycle: 'VELO',
  'jet-ski': 'NAUT',
});
/** Cabins, seats and meals in one list of services, as the company's brochure has them. */
export const PRESTATIONS = codes({
  'inside-2': 'CAB-INT-DBL',
  'inside-4': 'CAB-INT-QUA',
  'outside-2': 'CAB-EXT-DBL',
  'outside-4': 'CAB-EXT-QUA',
  'suite-2': 'SUITE',
  'pet-2': 'CAB-ANIM',
  'seat-recliner': 'FAUTEUIL',
  breakfast: 'REP-PDJ',
  lunch: 'REP-DEJ',
  dinner: 'REP-DIN',
  'lunch-child': 'REP-DEJ-ENF',
  'dinner-child': 'REP-DIN-ENF',
});
const TAXES = codes({ 'port-dues': 'TAXE_PORT', 'tunisia-levy': 'TIMBRE', ets: 'ETS' });
const ETATS = {
  held: 'OPTION',
  ticketed: 'BILLET',
  released: 'LIBERE',
  expired: 'EXPIRE',
  cancelled: 'ANNULE',
} as const;
const TUNIS = 'Africa/Tunis';

/** `149,50` */
export const montant = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
const metres = (cm: number) => (cm / 100).toFixed(2).replace('.', ',');
/** `22h05` */
const duree = (minutes: number) => `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;
const jour = (wall: string) => wall.slice(0, 10).split('-').reverse().join('/');
/** `14/07/2027 15:30`, by the clock of Tunis. */
export const moment = (ms: number) => `${jour(wallClock(ms, TUNIS))} ${wallClock(ms, TUNIS).slice(11)}`;

/** A crossing: day and hour apart, by the clock of the port of departure; how long it takes instead of when it ends. */
export function traversee(company: Company, sailing: Sailing) {
  const departs = Date.parse(sailing.departsAt);
  const wall = wallClock(departs, company.plan.zones[sailing.from] ?? TUNIS);
  const { cancelled, delayMinutes = 0 } = company.changeOf(sailing.id);
  return {
    numero: sailing.id,
    navire: company.shipOf(sailing),
    date_depart: jour(wall),
    heure_depart: wall.slice(11),
    duree: duree((Date.parse(sailing.arrivesAt) - departs) / 60_000),
    retard: duree(delayMinutes),
    etat: cancelled ? 'ANNULEE' : 'PREVUE',
  };
}

export function disponibilite(company: Company, sailing: Sailing) {
  const tariff = company.tariffOf(sailing);
  const left = company.leftOf(sailing);
  const { vehicle } = tariff;
  const service = (genre: string, item: { code: string; priceCents: number }, lits?: number) => ({
    code: PRESTATIONS.own(item.code),
    genre,
    ...(lits !== undefined && { lits }),
    prix: montant(item.priceCents),
    ...(genre !== 'REPAS' && { libres: left[item.code] ?? 0 }),
  });
  return {
    ...traversee(company, sailing),
    devise: 'EUR',
    places_libres: left.deck ?? 0,
    metres_libres: metres(left.lane ?? 0),
    tarifs: Object.fromEntries(
      company.termsOf(sailing).map(({ family, changeFeeCents, cancellation }) => [
        TARIFS.own(family),
        {
          adulte: montant(fareCents(tariff, family, 'adult')),
          enfant: montant(fareCents(tariff, family, 'child')),
          bebe: montant(fareCents(tariff, family, 'infant')),
          vehicules: Object.fromEntries(
            Object.keys(vehicle.base).map((kind) => [
              VEHICULES.own(kind),
              montant(vehicleCents(tariff, family, kind) ?? 0),
            ]),
          ),
          modification: changeFeeCents === null ? 'NON' : montant(changeFeeCents),
          retenues: cancellation.map((step) => ({
            au_moins_heures: step.hoursBefore,
            pourcentage: String(step.keptPercent),
          })),
        },
      ]),
    ),
    gabarit: {
      longueur_comprise: metres(vehicle.baseLengthCm),
      metre_supplementaire: montant(vehicle.perExtraMetreCents),
      hauteurs: vehicle.heightSteps.map(({ fromCm, cents }) => ({
        des: metres(fromCm),
        prix: montant(cents),
      })),
      coffre: montant(vehicle.accessoryCents['roof-box'] ?? 0),
      porte_velos: montant(vehicle.accessoryCents['bike-rack'] ?? 0),
    },
    animal: montant(tariff.petCents),
    prestations: [
      ...tariff.cabins.map((cabin) => service('CABINE', cabin, cabin.berths)),
      ...tariff.seats.map((seat) => service('FAUTEUIL', seat)),
      ...tariff.meals.map((meal) => service('REPAS', meal)),
    ],
    taxes: tariff.dues.map(({ code, cents, fromType }) => ({
      code: TAXES.own(code),
      montant: montant(cents),
      enfants: fromType !== 'adult',
      bebes: fromType === 'infant',
    })),
  };
}

/** A file of an agency: an option, or what has become of it. */
export function dossier(entry: Entry) {
  return {
    dossier: entry.number,
    reference_client: entry.key,
    etat: ETATS[entry.state],
    expire_le: moment(entry.expiresAt),
    montant: montant(entry.totalCents),
    detail: entry.lines.map((line) => ({
      libelle: line.text,
      nombre: line.quantity,
      montant: montant(line.totalCents),
    })),
    billet: entry.ticket ?? null,
  };
}
