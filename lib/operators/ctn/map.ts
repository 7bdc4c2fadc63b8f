import { zonedInstant } from '@/lib/kernel/dates';
import { answered, type OperatorAnswer, type OperatorProblem, problem } from '../answer';
import { checkedHold, known, wrongAnswer } from '../reading';
import type {
  Due,
  FamilyOffer,
  OperatorHold,
  OperatorNotice,
  OperatorSailing,
  OperatorTicket,
  OrderState,
  SailingOffer,
} from '../words';
import { OFFICE_ZONE, PORTS, PRESTATIONS, TARIFS, TAXES, VEHICULES } from './codes';
import type { WireDisponibilite, WireDossier, WireEvenement, WireTarif, WireTraversee } from './wire';

/** `149,50` in cents; likewise `5,60` metres in centimetres. */
export const hundredths = (text: string) => Number(text.replace(',', ''));

/** `22h05` in minutes. */
export function minutesOf(duree: string): number {
  const [hours, minutes] = duree.split('h').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** `14/07/2027` as the calendar has it. */
const dayOf = (jour: string) => jour.slice(0, 10).split('/').reverse().join('-');
/** A calendar day as CTN writes it. */
export const jourOf = (day: string) => day.split('-').reverse().join('/');
/** `14/07/2027 15:30` by the clock of Tunis. */
export const instantOf = (moment: string) => zonedInstant(dayOf(moment), moment.slice(11), OFFICE_ZONE);

/** A crossing: it arrives as long after its departure as it lasts, whatever the clocks read there. */
export function toSailing(wire: WireTraversee, routeId: string): OperatorSailing {
  const zone = PORTS.ends(routeId)?.from.timeZone ?? OFFICE_ZONE;
  const departsAt = zonedInstant(dayOf(wire.date_depart), wire.heure_depart, zone);
  return {
    sailingRef: wire.numero,
    operatorCode: 'ctn',
    routeId,
    shipName: wire.navire,
    departsAt,
    arrivesAt: new Date(departsAt.getTime() + minutesOf(wire.duree) * 60_000),
    delayMinutes: minutesOf(wire.retard),
    status: wire.etat === 'ANNULEE' ? 'cancelled' : 'scheduled',
  };
}

/** An offer; tariffs and services that the product has no word for are left out. */
export function toOffer(wire: WireDisponibilite, routeId: string, seenAt: Date): SailingOffer {
  const services = known(
    wire.prestations,
    ({ code }) => PRESTATIONS.ours(code),
    (code, service) => ({ ...service, code, cents: hundredths(service.prix) }),
  );
  const { gabarit } = wire;
  return {
    sailing: toSailing(wire, routeId),
    seenAt,
    families: known(
      wire.tarifs,
      ([code]) => TARIFS.ours(code),
      (family, [, tarif]) => toFamily(family, tarif),
    ).sort((a, b) => a.passengerCents.adult - b.passengerCents.adult),
    supplements: {
      baseLengthCm: hundredths(gabarit.longueur_comprise),
      perExtraMetreCents: hundredths(gabarit.metre_supplementaire),
      heightSteps: gabarit.hauteurs.map(({ des, prix }) => ({
        fromCm: hundredths(des),
        cents: hundredths(prix),
      })),
      accessoryCents: {
        'roof-box': hundredths(gabarit.coffre),
        'bike-rack': hundredths(gabarit.porte_velos),
      },
    },
    dues: known(
      wire.taxes,
      ({ code }) => TAXES.ours(code),
      (code, taxe): Due => ({
        code,
        cents: hundredths(taxe.montant),
        from: taxe.bebes ? 'infant' : taxe.enfants ? 'child' : 'adult',
      }),
    ),
    petCents: hundredths(wire.animal),
    cabins: services.flatMap((each) =>
      each.genre === 'CABINE'
        ? [{ code: each.code, cents: each.cents, left: each.libres, berths: each.lits }]
        : [],
    ),
    seats: services.flatMap((each) =>
      each.genre === 'FAUTEUIL' ? [{ code: each.code, cents: each.cents, left: each.libres }] : [],
    ),
    meals: services.flatMap((each) =>
      each.genre === 'REPAS' ? [{ code: each.code, cents: each.cents }] : [],
    ),
    passengersLeft: wire.places_libres,
    laneCmLeft: hundredths(wire.metres_libres),
  };
}

function toFamily(family: FamilyOffer['family'], tarif: WireTarif): FamilyOffer {
  return {
    family,
    passengerCents: {
      adult: hundredths(tarif.adulte),
      child: hundredths(tarif.enfant),
      infant: hundredths(tarif.bebe),
    },
    vehicleCents: Object.fromEntries(
      known(
        tarif.vehicules,
        ([code]) => VEHICULES.ours(code),
        (kind, [, prix]) => [kind, hundredths(prix)],
      ),
    ),
    cancellation: tarif.retenues.map((step) => ({
      hoursBefore: step.au_moins_heures,
      keptPercent: Number(step.pourcentage),
    })),
    changeFeeCents: tarif.modification === 'NON' ? null : hundredths(tarif.modification),
  };
}

export function toHold(wire: WireDossier): OperatorHold {
  return {
    holdRef: wire.dossier,
    expiresAt: instantOf(wire.expire_le),
    totalCents: hundredths(wire.montant),
    lines: wire.detail.map((line) => ({
      text: line.libelle,
      quantity: line.nombre,
      totalCents: hundredths(line.montant),
    })),
  };
}

/** A file as the answer to a hold: only an option holds anything. */
export function toHoldAnswer(wire: WireDossier): OperatorAnswer<OperatorHold> {
  if (wire.etat === 'OPTION') return checkedHold(toHold(wire));
  return wire.etat === 'BILLET'
    ? problem({ kind: 'refused', reason: 'DEJA_EMIS' })
    : problem({ kind: 'gone' });
}

/** A file as the answer to an issue. */
export function toTicketAnswer(wire: WireDossier): OperatorAnswer<OperatorTicket> {
  return wire.etat === 'BILLET'
    ? answered({ ticketRef: wire.billet, totalCents: hundredths(wire.montant) })
    : wrongAnswer('issued without a ticket');
}

export function toOrderState(wire: WireDossier | undefined): OrderState {
  switch (wire?.etat) {
    case undefined:
      return { state: 'unknown' };
    case 'OPTION':
      return { state: 'held', hold: toHold(wire) };
    case 'BILLET':
      return {
        state: 'ticketed',
        ticket: { ticketRef: wire.billet, totalCents: hundredths(wire.montant) },
        holdRef: wire.dossier,
      };
    case 'LIBERE':
      return { state: 'released' };
    case 'EXPIRE':
      return { state: 'expired' };
    case 'ANNULE':
      return { state: 'cancelled' };
  }
}

/** Why CTN says no, by its code. */
export function toProblem(code: string): OperatorProblem {
  switch (code) {
    case 'COMPLET':
      return { kind: 'sold-out' };
    case 'CADUC':
    case 'INCONNU':
      return { kind: 'gone' };
    case 'JETON_EXPIRE':
    case 'ACCES_REFUSE':
      return { kind: 'unavailable', why: 'we are not let in', effect: 'none' };
    default:
      return { kind: 'refused', reason: code };
  }
}

/** What an event says; null for one that we do not know. */
export function toNotice({
  nature,
  traversee: sailingRef,
  retard,
  navire,
}: WireEvenement): OperatorNotice | null {
  if (nature === 'DISPONIBILITE') return { kind: 'availability-changed', sailingRef };
  if (nature === 'ANNULATION') return { kind: 'sailing-cancelled', sailingRef };
  if (nature === 'RETARD' && retard) return { kind: 'delayed', sailingRef, delayMinutes: minutesOf(retard) };
  if (nature === 'CHANGEMENT_NAVIRE' && navire)
    return { kind: 'ship-replaced', sailingRef, shipName: navire };
  return null;
}
