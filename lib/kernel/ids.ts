import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** Letters and digits that cannot be taken for one another on paper or on the phone. */
const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random identifier with a prefix that says what it names: `hold_3f9c…` (128 bits). */
export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`;
}

/** A booking reference, `VF-` and 7 characters: random, never sequential (30^7 ≈ 2 × 10^10 values). */
export function newReference(): string {
  let out = '';
  while (out.length < 7) {
    const byte = randomBytes(1)[0] as number;
    if (byte < 240) out += REFERENCE_ALPHABET[byte % 30];
  }
  return `VF-${out}`;
}

/** Shape of a booking reference, for parsing at the edge. */
export const REFERENCE_PATTERN = /^VF-[2-9A-HJKMNP-TV-Z]{7}$/;

/** An unguessable token of 256 bits, URL-safe. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as hex, for tokens and fingerprints. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of bytes as hex. */
export function sha256Bytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Compares two hex digests in constant time. */
export function sameDigest(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
