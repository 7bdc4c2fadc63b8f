import { env } from '@/lib/platform/env';
import { operators } from './adapters';
import { LOCAL, localOperator } from './local/adapter';
import type { OperatorPort } from './port';
import { surroundingsOf } from './surroundings';

/** A system that sells, and the companies for whose sailings it answers. */
export interface Supplier {
  readonly port: OperatorPort;
  readonly companies: readonly string[];
}

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

/** Carries for every company that is not followed: what we sell of those is ours by contract. */
const local = localOperator(
  { baseUrl: env.LOCAL_OPERATOR_URL ?? '', key: env.LOCAL_OPERATOR_KEY ?? '' },
  surroundingsOf(LOCAL),
);

/** Who keeps places and makes tickets for a company: its system where it is followed, else the local operator. */
export function carrierOf(company: string): OperatorPort {
  return supplierOf(company)?.port ?? local;
}

/** The system that an order was made at; undefined when the settings do not lead to it any more. */
export function carrierNamed(code: string): OperatorPort | undefined {
  return code === LOCAL ? local : operators.get(code);
}
