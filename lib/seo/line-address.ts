import type { Locale } from '@/lib/kernel/locale';
import { listLines } from '@/lib/network/queries';
import { linePath } from './slug-rules';

/** Address of the page of a line, the language in it; null where nobody sails. `from` and `to` are codes of ports. */
export async function lineAddress(from: string, to: string, locale: Locale): Promise<string | null> {
  const line = (await listLines()).find(({ route }) => route.from === from && route.to === to);
  return line ? linePath(line, locale) : null;
}
