/**
 * Why an invoice shows no VAT line. France exempts the transport by sea of travellers coming from or bound for abroad
 * or the overseas departments (Code général des impôts, art. 262, II, 8°); crossings between two ports of one country
 * are taxed there, and the operator's price includes it. Approximate: to be confirmed by an accountant before the
 * first real sale (docs/documents.md).
 */
export type VatNote = 'international-exempt' | 'domestic-included' | 'mixed';

/** The note for the legs of a trip, each by its two ports (UN/LOCODE, whose first letters are the country). */
export function vatNote(legs: readonly { readonly from: string; readonly to: string }[]): VatNote {
  const domestic = legs.filter((leg) => leg.from.slice(0, 2) === leg.to.slice(0, 2)).length;
  if (domestic === 0) return 'international-exempt';
  return domestic === legs.length ? 'domestic-included' : 'mixed';
}
