import { sumCents } from '@/lib/kernel/money';

/**
 * What VAT law says of one crossing. A carriage of persons is taxed where it takes place (Directive 2006/112/EC,
 * art. 48), so each end in the Union has a say. Approximate as a whole: to be confirmed by an accountant before the
 * first real sale (docs/documents.md).
 *
 * - `fr-international`: exempt, Code général des impôts, art. 262, II, 8°.
 * - `fr-corsica`: exempt outside the mainland, CGI, art. 262, II, 11°; none falls due on crossings to Corsica (BOFiP).
 * - `it-international`: non imponibile, D.P.R. 633/1972, art. 9, c. 1, n. 1.
 * - `es-international`: exempt, Ley 37/1992, art. 22.Trece.
 * - `fr-domestic`: 10 %, CGI, art. 279, b quater.
 * - `it-domestic`: 10 %, D.P.R. 633/1972, tab. A, parte III, n. 127-novies (Agenzia delle Entrate, ris. 8/E/2021).
 * - `es-domestic`: 10 %, Ley 37/1992, art. 91.Uno.2.1.º.
 * - `outside`: between two ports outside the Union, out of scope.
 */
export type VatReason = `${Member}-international` | `${Member}-domestic` | 'fr-corsica' | 'outside';

type Member = 'fr' | 'it' | 'es';

/** A leg as far as VAT cares: its two ports (UN/LOCODE, country first) and what is paid for it. */
export interface VatLeg {
  readonly from: string;
  readonly to: string;
  readonly totalCents: number;
}

/** One thing an invoice says on VAT: the reason for none, or the rate and what of the price is tax. Cents. */
export interface VatStatement {
  readonly reason: VatReason;
  /** Percent; 0 where none is due. */
  readonly rate: number;
  readonly includedCents: number;
}

const MEMBERS: Readonly<Record<string, Member>> = { FR: 'fr', IT: 'it', ES: 'es' };
const CORSICAN: ReadonlySet<string> = new Set(['FRAJA', 'FRBIA', 'FRILR']);
const DOMESTIC_RATE = 10;

/** What an invoice has to say for these legs, once per reason, in the order of the legs. Prices include their tax. */
export function vatStatements(legs: readonly VatLeg[]): VatStatement[] {
  const totals = new Map<VatReason, number[]>();
  for (const leg of legs) {
    for (const reason of reasonsOf(leg)) totals.set(reason, [...(totals.get(reason) ?? []), leg.totalCents]);
  }
  return [...totals].map(([reason, cents]) => {
    const rate = reason.endsWith('-domestic') ? DOMESTIC_RATE : 0;
    return { reason, rate, includedCents: Math.round((sumCents(cents) * rate) / (100 + rate)) };
  });
}

function reasonsOf({ from, to }: VatLeg): VatReason[] {
  const [start, end] = [MEMBERS[from.slice(0, 2)], MEMBERS[to.slice(0, 2)]];
  if (start && start === end) {
    return CORSICAN.has(from) !== CORSICAN.has(to) ? ['fr-corsica'] : [`${start}-domestic`];
  }
  const members = [start, end].filter((member) => member !== undefined);
  return members.length > 0 ? members.map((member): VatReason => `${member}-international`) : ['outside'];
}
