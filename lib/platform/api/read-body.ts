import { type Result, refuse } from '@/lib/kernel/errors';

const LIMIT_BYTES = 64 * 1024;

/**
 * The JSON of a request of at most 64 KiB, with the text it was read from. Refusals: `unsupported-media-type`,
 * `body-too-large`, `invalid-json`. NUL characters, which Postgres cannot store, are refused as invalid.
 */
export async function readJson(
  request: Request,
): Promise<
  Result<{ json: unknown; text: string }, 'unsupported-media-type' | 'body-too-large' | 'invalid-json'>
> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return refuse('unsupported-media-type');
  }
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) return refuse('body-too-large');
  const bytes = await readLimited(request);
  if (!bytes) return refuse('body-too-large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/\\u0000/i.test(text)) return refuse('invalid-json');
    return { ok: true, value: { json: JSON.parse(text), text } };
  } catch {
    return refuse('invalid-json');
  }
}

/** Reads at most the limit, whatever the header said; null when there is more. */
async function readLimited(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
