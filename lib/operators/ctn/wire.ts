import { z } from 'zod';
import { isLocalDate } from '@/lib/kernel/dates';
import { MOST } from '../bounds';
import { TARIFS, VEHICULES } from './codes';

/** `149,50`: euros as they are written in French. */
const montant = z.string().regex(/^\d{1,6},\d{2}$/);
/** `5,60` metres. */
const metres = z.string().regex(/^\d{1,5},\d{2}$/);
/** `22h05` */
const duree = z.string().regex(/^\d{1,4}h[0-5]\d$/);
const HEURE = '([01]\\d|2[0-3]):[0-5]\\d';
/** A day that exists. */
const isJour = (text: string) => isLocalDate(text.slice(0, 10).split('/').reverse().join('-'));
const jour = z
  .string()
  .regex(/^\d{2}\/\d{2}\/\d{4}$/)
  .refine(isJour, 'no such day');
const heure = z.string().regex(new RegExp(`^${HEURE}$`));
/** `14/07/2027 15:30` */
const moment = z
  .string()
  .regex(new RegExp(`^\\d{2}/\\d{2}/\\d{4} ${HEURE}$`))
  .refine(isJour, 'no such day');
const nombre = z.number().int().min(0).max(MOST.count);

/** Around every answer, whose status is always 200. A refusal may carry data too. */
export const enveloppe = z.discriminatedUnion('statut', [
  z.object({ statut: z.literal('OK'), donnees: z.unknown().optional() }),
  z.object({ statut: z.literal('ERREUR'), code: z.string().min(1), donnees: z.unknown().optional() }),
]);

export const jetons = z.object({
  jeton: z.string().min(1),
  jeton_rafraichissement: z.string().min(1),
  expire_dans: z.number().int().positive(),
});

const traversee = z.object({
  numero: z.string().min(1),
  navire: z.string().min(1),
  /** By the clock of the port of departure. */
  date_depart: jour,
  heure_depart: heure,
  duree,
  retard: duree,
  etat: z.enum(['PREVUE', 'ANNULEE']),
});
export type WireTraversee = z.infer<typeof traversee>;

/** An object whose keys are codes: those that we know have to be right, others may be anything. */
const byCode = <Value extends z.ZodType>(known: readonly string[], value: Value) =>
  z
    .object(Object.fromEntries(known.map((code) => [code, value.optional()])))
    .transform((all) => Object.entries(all) as [string, z.output<Value>][]);

const tarif = z.object({
  adulte: montant,
  enfant: montant,
  bebe: montant,
  vehicules: byCode(VEHICULES.known, montant),
  modification: z.union([montant, z.literal('NON')]),
  retenues: z
    .array(
      z.object({
        au_moins_heures: z
          .number()
          .min(0)
          .max(MOST.days * 24),
        pourcentage: z.string().regex(/^\d{1,3}$/),
      }),
    )
    .min(1),
});
export type WireTarif = z.infer<typeof tarif>;

const prestation = z.discriminatedUnion('genre', [
  z.object({
    genre: z.literal('CABINE'),
    code: z.string(),
    prix: montant,
    libres: nombre,
    lits: nombre.positive(),
  }),
  z.object({
    genre: z.literal('FAUTEUIL'),
    code: z.string(),
    prix: montant,
    libres: nombre,
  }),
  z.object({ genre: z.literal('REPAS'), code: z.string(), prix: montant }),
]);

const disponibilite = traversee.extend({
  devise: z.literal('EUR'),
  places_libres: nombre,
  metres_libres: metres,
  tarifs: byCode(TARIFS.known, tarif),
  gabarit: z.object({
    longueur_comprise: metres,
    metre_supplementaire: montant,
    hauteurs: z.array(z.object({ des: metres, prix: montant })),
    coffre: montant,
    porte_velos: montant,
  }),
  animal: montant,
  prestations: z.array(prestation),
  taxes: z.array(z.object({ code: z.string(), montant, enfants: z.boolean(), bebes: z.boolean() })),
});
export type WireDisponibilite = z.infer<typeof disponibilite>;

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ traversees: z.array(item), curseur_suivant: z.string().min(1).nullable() });
export const traversees = page(traversee);
export const disponibilites = page(disponibilite);

const toutDossier = z.object({
  dossier: z.string().min(1),
  reference_client: z.string().min(1),
  expire_le: moment,
  montant,
  detail: z.array(z.object({ libelle: z.string(), nombre: nombre.positive(), montant })).min(1),
});
/** Whoever has a ticket says which. */
export const dossier = z.discriminatedUnion('etat', [
  toutDossier.extend({ etat: z.enum(['OPTION', 'LIBERE', 'EXPIRE']) }),
  toutDossier.extend({ etat: z.enum(['BILLET', 'ANNULE']), billet: z.string().min(1) }),
]);
export type WireDossier = z.infer<typeof dossier>;
export const dossiers = z.object({ dossiers: z.array(dossier) });

export const annulation = z.object({ retenue: montant, rembourse: montant });

export const avis = z.object({
  avis: z.string().min(1),
  emis_le: moment,
  evenements: z.array(
    z.object({
      nature: z.string(),
      traversee: z.string().min(1),
      retard: duree.optional(),
      navire: z.string().optional(),
    }),
  ),
});
export type WireEvenement = z.infer<typeof avis>['evenements'][number];
