/*
 * The text of a ticket's QR code, in the 45 letters that a QR code holds in 5.5 bits each, every field but one of
 * fixed width, so that nothing stands between them:
 *
 *   VF1  key id (3)  reference without VF- (7)  passenger (1)  leg (1)  day (3)  sailing (rest)  signature (96)
 */
const PREFIX = 'VF1';
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const SIGNATURE_LETTERS = 96;
const TEXT = new RegExp(`^${PREFIX}[0-9A-Z $%*+./:-]+$`);
/** Changes between small and capital letters: sailings are named in both, the code knows capitals alone. */
const SHIFT = '$';
const DAY_MS = 86_400_000;

/** What a ticket's QR code says: which booking, who of the party, which leg. No name, no document. */
export interface Ticket {
  readonly reference: string;
  /** Position of the passenger in the booking, from 0. */
  readonly passenger: number;
  readonly leg: number;
  readonly sailingId: string;
  readonly departureDay: string;
}

/** A scanned text cut in its parts; nothing of it is to be believed yet. */
interface Parts {
  readonly keyId: string;
  /** What was signed, with prefix and key id. */
  readonly signed: string;
  readonly content: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** The name of a key in a code: the first two of the 32 bytes of the public key, as three letters. */
export function keyIdOf(rawPublicKey: Uint8Array): string {
  return lettersOf(rawPublicKey.subarray(0, 2));
}

/** What is signed: prefix, key id and content. Null where a value has no place in a code. */
export function textToSign(keyId: string, value: Ticket): string | null {
  if (!fits(value)) return null;
  const { reference, passenger, leg, departureDay, sailingId } = value;
  const day = Date.parse(departureDay) / DAY_MS;
  const fields = [
    reference.slice(3),
    LETTERS.charAt(passenger),
    LETTERS.charAt(leg),
    lettersOf(Uint8Array.of(day >> 8, day & 0xff)),
    shifted(sailingId),
  ];
  return PREFIX + keyId + fields.join('');
}

/** The whole text of a code. */
export function withSignature(signed: string, signature: Uint8Array): string {
  return signed + lettersOf(signature);
}

/** Cuts a scanned text; null where it cannot be a code of ours. One code has one spelling. */
export function partsOf(text: string): Parts | null {
  if (!TEXT.test(text)) return null;
  const signed = text.slice(0, -SIGNATURE_LETTERS);
  const keyId = signed.slice(3, 6);
  const signature = bytesOf(text.slice(-SIGNATURE_LETTERS));
  if (!signature || !bytesOf(keyId) || signed.length < 19) return null;
  return { keyId, signed, content: signed.slice(6), signature };
}

/** The ticket of a content whose signature holds; null where it says nothing that we would sign. */
export function ticketOf(content: string): Ticket | null {
  const [high = 0, low = 0] = bytesOf(content.slice(9, 12)) ?? [];
  const value = {
    reference: `VF-${content.slice(0, 7)}`,
    passenger: LETTERS.indexOf(content.charAt(7)),
    leg: LETTERS.indexOf(content.charAt(8)),
    sailingId: unshifted(content.slice(12)),
    departureDay: dayOf((high << 8) | low),
  };
  return fits(value) ? value : null;
}

/**
 * Whether a ticket has a place in a code. By hand and without imports: the reference's own file needs Node, a schema
 * library is many times this file, and both would go to every device of the staff.
 */
function fits({ reference, passenger, leg, sailingId, departureDay }: Ticket): boolean {
  const day = Date.parse(departureDay) / DAY_MS;
  return (
    /^VF-[2-9A-HJKMNP-TV-Z]{7}$/.test(reference) &&
    [passenger, leg].every((place) => Number.isInteger(place) && place >= 0 && place < LETTERS.length) &&
    /^[A-Za-z0-9.:-]+$/.test(sailingId) &&
    day >= 0 &&
    day <= 0xffff &&
    dayOf(day) === departureDay
  );
}

/** The calendar day that lies so many days after 1 January 1970. */
function dayOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

function shifted(text: string): string {
  let small = true;
  let out = '';
  for (const letter of text) {
    if (/[A-Za-z]/.test(letter) && small !== /[a-z]/.test(letter)) {
      small = !small;
      out += SHIFT;
    }
    out += letter.toUpperCase();
  }
  return out;
}

function unshifted(text: string): string {
  return text
    .split(SHIFT)
    .map((run, index) => (index % 2 === 0 ? run.toLowerCase() : run))
    .join('');
}

/** Base 45 (RFC 9285) of an even number of bytes: three letters for two bytes. */
function lettersOf(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const number = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    for (const digit of [number % 45, Math.floor(number / 45) % 45, Math.floor(number / 2025)])
      out += LETTERS.charAt(digit);
  }
  return out;
}

/** The way back; null where the letters are of no bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length === 0 || text.length % 3 !== 0) return null;
  const bytes = new Uint8Array((text.length / 3) * 2);
  for (let at = 0; at < text.length; at += 3) {
    const [a = -1, b = -1, c = -1] = [...text.slice(at, at + 3)].map((letter) => LETTERS.indexOf(letter));
    const number = a + b * 45 + c * 2025;
    if (Math.min(a, b, c) < 0 || number > 0xffff) return null;
    bytes.set([number >> 8, number & 0xff], (at / 3) * 2);
  }
  return bytes;
}
