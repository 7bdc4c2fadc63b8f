import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache';
import { z } from 'zod';

type Value = NonNullable<CacheHandlerValue['value']>;
/** What Next gives to be kept of a page, or of a route that answers everybody alike. */
export type Sendable = Extract<Value, { kind: 'APP_PAGE' }> | Extract<Value, { kind: 'APP_ROUTE' }>;

/** A kept page on its way to other processes. */
export interface Parcel {
  readonly value: Sendable;
  readonly lastModified: number;
  readonly cacheControl: CacheHandlerValue['cacheControl'];
  readonly seq: number;
}

const [compress, decompress] = [promisify(brotliCompress), promisify(brotliDecompress)];
/** A tenth of a millisecond for each 10 KB, and a page is six times smaller. */
const QUALITY = 4;

const headers = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional();
const shape = z.object({
  seq: z.number(),
  lastModified: z.number(),
  cacheControl: z
    .object({ revalidate: z.union([z.number(), z.literal(false)]), expire: z.number().optional() })
    .optional(),
  value: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('APP_PAGE'),
      html: z.string(),
      rscData: z.string().optional(),
      headers,
      postponed: z.string().optional(),
      status: z.number().optional(),
      segmentData: z.array(z.tuple([z.string(), z.string()])).optional(),
    }),
    z.object({ kind: z.literal('APP_ROUTE'), body: z.string(), headers, status: z.number() }),
  ]),
});

/** Bytes as text of the same length; what is ASCII stays as it is, and compresses as such. */
const asText = (bytes: Buffer): string => Buffer.from(bytes).toString('latin1');
const asBytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A page as text for a store. */
export async function pack({ value, ...rest }: Parcel): Promise<string> {
  const plain =
    value.kind === 'APP_ROUTE'
      ? { ...value, body: asText(value.body) }
      : {
          ...value,
          rscData: value.rscData && asText(value.rscData),
          segmentData:
            value.segmentData && [...value.segmentData].map(([name, data]) => [name, asText(data)]),
        };
  const text = JSON.stringify({ ...rest, value: plain });
  const packed = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
  return packed.toString('base64');
}

/** The page again. Throws when the text is none. */
export async function unpack(text: string): Promise<Parcel> {
  const { value, ...rest } = shape.parse(
    JSON.parse((await decompress(Buffer.from(text, 'base64'))).toString()),
  );
  const cacheControl = rest.cacheControl as Parcel['cacheControl'];
  if (value.kind === 'APP_ROUTE') {
    return { ...rest, cacheControl, value: { ...value, body: asBytes(value.body) } as Sendable };
  }
  const page = {
    ...value,
    rscData: value.rscData === undefined ? undefined : asBytes(value.rscData),
    segmentData: value.segmentData && new Map(value.segmentData.map(([name, data]) => [name, asBytes(data)])),
  };
  return { ...rest, cacheControl, value: page as Sendable };
}
