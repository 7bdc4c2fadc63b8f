import { redis } from '@/lib/providers/redis/client';
import { env } from './env';
import { isMigratedAndSeeded } from './health-repository';

/** `configured`: the keys are there; it is not asked on every health check. */
export type PartState = 'up' | 'down' | 'off' | 'configured';

/** State of every part that this process depends on. */
export interface Health {
  readonly ready: boolean;
  readonly parts: Readonly<Record<'database' | 'redis' | 'payments' | 'mail' | 'storage', PartState>>;
  readonly realtime: { readonly url: string | null };
}

/** True when `check` ends well within `ms`. */
async function answers(check: () => Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([check().then((value) => value !== false), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Ready to serve: the database answers, migrated and seeded. */
export function isReady(): Promise<boolean> {
  return answers(isMigratedAndSeeded, 2000);
}

/** The whole picture. Vendors are `off` without keys; whether they answer shows in their breakers, not here. */
export async function health(): Promise<Health> {
  const [database, cache] = await Promise.all([
    isReady(),
    redis ? answers(() => (redis as NonNullable<typeof redis>).ping(), 1000) : undefined,
  ]);
  const configured = (value: unknown) => (value ? 'configured' : 'off') as PartState;
  return {
    ready: database,
    parts: {
      database: database ? 'up' : 'down',
      redis: cache === undefined ? 'off' : cache ? 'up' : 'down',
      payments: configured(env.STRIPE_SECRET_KEY),
      mail: configured(env.RESEND_API_KEY),
      storage: configured(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY),
    },
    realtime: { url: env.REALTIME_URL ?? null },
  };
}
