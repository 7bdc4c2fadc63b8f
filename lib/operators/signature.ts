import { createHmac, timingSafeEqual } from 'node:crypto';

/** A webhook older or newer than that may be somebody repeating what he has overheard. */
const TOLERANCE_MS = 5 * 60_000;

/** True when `signature` is the HMAC of `text` under the secret. */
export function isSignedBy(
  secret: string,
  text: string,
  { signature, hash, encoding }: { signature: string; hash: string; encoding: 'hex' | 'base64' },
): boolean {
  const wanted = createHmac(hash, secret).update(text).digest();
  const given = Buffer.from(signature, encoding);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** True when the moment at which a webhook was signed is near enough. */
export function isFresh(signedAtMs: number, now: Date): boolean {
  return Math.abs(now.getTime() - signedAtMs) <= TOLERANCE_MS;
}
