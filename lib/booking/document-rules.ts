import { isSchengen } from '@/lib/network/schengen-rules';
import type { DocumentType } from './types';

/** What travel document a trip needs. */
export interface DocumentNeed {
  /** True where a booking is not taken without one. */
  readonly required: boolean;
  readonly accepted: readonly DocumentType[];
}

/**
 * - A leg that leaves or enters the Schengen area (all of Tunisia, Algeria and Morocco): a passport, asked when booking.
 * - Between Schengen countries: passport or identity card; shown at boarding, not asked when booking.
 * - Within one country (Corsica, Sardinia from Genoa): a residence permit serves too.
 *
 * Countries are ISO codes of the ports of each leg. Operators may ask for more (visas, exit permits for minors):
 * those are shown, not checked here.
 */
export function documentNeed(legs: readonly { readonly from: string; readonly to: string }[]): DocumentNeed {
  const outside = legs.some((leg) => !isSchengen(leg.from) || !isSchengen(leg.to));
  if (outside) return { required: true, accepted: ['passport'] };
  const abroad = legs.some((leg) => leg.from !== leg.to);
  if (abroad) return { required: false, accepted: ['passport', 'identity-card'] };
  return { required: false, accepted: ['passport', 'identity-card', 'residence-permit'] };
}
