import { env } from './env';

/**
 * The address of who asks, for limits only. With n trusted proxies it is the n-th address from the right of
 * `X-Forwarded-For`; without one the last, which the server itself has written for a direct connection.
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const index = chain.length - Math.max(1, env.TRUSTED_PROXIES);
  return chain[Math.max(0, index)] ?? 'unknown';
}
