import { describe, expect, it } from 'vitest';
import complet from './fixtures/complet.json';
import disponibilites from './fixtures/disponibilites.json';
import dossier from './fixtures/dossier.json';
import {
  hundredths,
  instantOf,
  minutesOf,
  toHoldAnswer,
  toNotice,
  toOffer,
  toOrderState,
  toProblem,
} from './map';
import { disponibilites as disponibilitesSchema, dossier as dossierSchema, enveloppe } from './wire';

const SEEN = new Date('2027-07-01T12:00:00Z');
const [first] = disponibilitesSchema.parse(disponibilites.donnees).traversees;
if (!first) throw new Error('an empty fixture');
const offer = toOffer(first, 'FRMRS-TNLGN', SEEN);
const file = dossierSchema.parse(dossier.donnees);

it.each([
  ['1460,38', 146_038],
  ['0,00', 0],
  ['0,05', 5],
  ['1062,88', 106_288],
])('%s euros are %i cents', (text, cents) => expect(hundredths(text)).toBe(cents));

it.each([
  ['22h00', 1_320],
  ['0h05', 5],
  ['41h30', 2_490],
])('%s is %i minutes', (text, minutes) => expect(minutesOf(text)).toBe(minutes));

it.each([
  ['14/07/2027 15:30', '2027-07-14T14:30:00.000Z'],
  ['14/01/2027 15:30', '2027-01-14T14:30:00.000Z'],
])('%s in Tunis, where there is no summer time, is %s', (text, iso) =>
  expect(instantOf(text).toISOString()).toBe(iso),
);

describe('an availability', () => {
  it('leaves by the clock of Marseille, and arrives as much later as it lasts', () => {
    expect(offer.sailing.departsAt.toISOString()).toBe('2027-07-12T08:00:00.000Z');
    expect(offer.sailing.arrivesAt.toISOString()).toBe('2027-07-13T06:00:00.000Z');
  });

  it('back from Tunis leaves by the clock of Tunis', () => {
    const back = toOffer(first, 'TNLGN-FRMRS', SEEN);
    expect(back.sailing.departsAt.toISOString()).toBe('2027-07-12T09:00:00.000Z');
  });

  it('has prices, space and steps in the units of the port', () => {
    const [basic] = offer.families;
    expect(basic?.passengerCents).toEqual({ adult: 15_700, child: 7_850, infant: 0 });
    expect(basic?.vehicleCents.car).toBe(36_500);
    expect(basic?.changeFeeCents).toBe(4_000);
    expect(basic?.cancellation).toEqual([
      { hoursBefore: 72, keptPercent: 10 },
      { hoursBefore: 24, keptPercent: 30 },
      { hoursBefore: 0, keptPercent: 50 },
    ]);
    expect(offer.laneCmLeft).toBe(37_000);
  });

  it('that may not be changed says so in a word', () => {
    const tarifs = first.tarifs.map(
      ([code, tarif]) => [code, { ...tarif, modification: 'NON' }] as (typeof first.tarifs)[number],
    );
    expect(toOffer({ ...first, tarifs }, 'FRMRS-TNLGN', SEEN).families[0]?.changeFeeCents).toBeNull();
  });

  it('sorts services by their kind', () => {
    expect(offer.cabins.find(({ code }) => code === 'inside-4')?.berths).toBe(4);
    expect(offer.seats).toHaveLength(1);
    expect(offer.meals.map(({ code }) => code)).toContain('lunch');
  });
});

it.each(['89.50', '89,5', 89.5, '89,50 €'])('a price written %s is none', (adulte) => {
  const [item] = disponibilites.donnees.traversees;
  const PROMO = { ...item?.tarifs.PROMO, adulte };
  const broken = { traversees: [{ ...item, tarifs: { PROMO } }], curseur_suivant: null };
  expect(disponibilitesSchema.safeParse(broken).success).toBe(false);
});

describe('a file', () => {
  it('that is an option is a hold', () => {
    expect(toHoldAnswer(file)).toMatchObject({
      value: { holdRef: file.dossier, totalCents: 146_038, expiresAt: new Date('2027-07-01T12:20:00Z') },
    });
  });

  it('whose lines do not add up is a wrong answer', () => {
    expect(toHoldAnswer({ ...file, montant: '1460,39' })).toMatchObject({
      problem: { kind: 'wrong-answer' },
    });
  });

  it('that was given back holds nothing', () => {
    expect(toHoldAnswer({ ...file, etat: 'LIBERE' })).toEqual({ ok: false, problem: { kind: 'gone' } });
    expect(toOrderState(undefined)).toEqual({ state: 'unknown' });
  });
});

it('a refusal is inside an answer that is fine from outside', () => {
  const said = enveloppe.parse(complet);
  expect(said.statut === 'ERREUR' && toProblem(said.code)).toEqual({ kind: 'sold-out' });
  expect(toProblem('GREVE')).toEqual({ kind: 'refused', reason: 'GREVE' });
});

it('a delay is told as a duration; an event of an unknown kind says nothing', () => {
  const delay = { nature: 'RETARD', traversee: '1', retard: '1h35' };
  expect(toNotice(delay)).toEqual({ kind: 'delayed', sailingRef: '1', delayMinutes: 95 });
  expect(toNotice({ nature: 'MENU', traversee: '1' })).toBeNull();
});
