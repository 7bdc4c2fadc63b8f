import type { Locale } from '@/lib/kernel/locale';
import { listPorts, listRoutes } from '@/lib/network/queries';
import { routePaths } from './slug-rules';

/** Address of the page of a line, the language in it; null where nobody sails. `from` and `to` are codes of ports. */
export async function lineAddress(from: string, to: string, locale: Locale): Promise<string | null> {
  const [routes, ports] = await Promise.all([listRoutes(), listPorts()]);
  if (!routes.some((route) => route.from === from && route.to === to)) return null;
  const [a, b] = [from, to].map((code) => ports.find((port) => port.code === code));
  return a && b ? `/${locale}${routePaths(a, b)[locale]}` : null;
}
