import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** A page on its way out: packed, or as it is. */
export interface Packed {
  readonly body: Buffer | string;
  readonly length: number;
  readonly encoding?: Encoding;
}

/** A page goes out many times: as long as Next's own packing takes each time, once. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const [packBrotli, packGzip] = [promisify(brotliCompress), promisify(gzip)];
const PACK: Readonly<Record<Encoding, (html: string) => Promise<Buffer>>> = {
  br: (html) => packBrotli(html, QUALITY),
  gzip: (html) => packGzip(html),
};

/** They live as long as the page. */
const known = new WeakMap<object, Map<Encoding, Packed | Promise<Packed>>>();

/** The shortest way of writing that the asker reads; undefined: as it is. Input: an `accept-encoding` header. */
export function bestEncoding(accepted: string | undefined): Encoding | undefined {
  if (!accepted) return undefined;
  const names = new Set<string>();
  for (const each of accepted.toLowerCase().split(',')) {
    const [name = '', ...rules] = each.split(';').map((part) => part.trim());
    if (!rules.some((rule) => /^q=0(\.0*)?$/.test(rule))) names.add(name);
  }
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : undefined;
}

/**
 * The page as it is sent, packed once for all who come: a promise while that goes on. `page` stands for it and does not
 * change. What cannot be packed goes as it is.
 */
export function packedPage(page: object, html: string, encoding?: Encoding): Packed | Promise<Packed> {
  if (!encoding) return asItIs(html);
  const ways = known.get(page) ?? new Map<Encoding, Packed | Promise<Packed>>();
  known.set(page, ways);
  const have = ways.get(encoding);
  if (have) return have;
  const packing = PACK[encoding](html).then(
    (body): Packed => ({ body, length: body.length, encoding }),
    () => asItIs(html),
  );
  ways.set(encoding, packing);
  void packing.then((packed) => ways.set(encoding, packed));
  return packing;
}

function asItIs(html: string): Packed {
  return { body: html, length: Buffer.byteLength(html) };
}
