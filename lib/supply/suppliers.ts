import { operators } from '@/lib/operators/adapters';
import { env } from '@/lib/platform/env';
import type { Supplier } from './sync-direction';

/** Whose sailings a system sells, where they are not its own. */
const SELLS_FOR: Readonly<Record<string, readonly string[]>> = {
  lyko: ['grimaldi', 'moby', 'la-meridionale', 'corsica-ferries', 'algerie-ferries'],
};

/** The systems that are followed, by their codes: those that the settings name, and lead to. */
export const suppliers: ReadonlyMap<string, Supplier> = new Map(
  env.FOLLOWED_OPERATORS.flatMap((code) => {
    const port = operators.get(code);
    return port ? [[code, { port, companies: SELLS_FOR[code] ?? [code] }] as const] : [];
  }),
);

/** The system that is followed for a company's sailings; undefined where none is. */
export function supplierOf(company: string): Supplier | undefined {
  return [...suppliers.values()].find(({ companies }) => companies.includes(company));
}
