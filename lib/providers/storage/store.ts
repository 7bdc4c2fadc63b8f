import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { guard } from '@/lib/platform/guard';

const guarded = guard('document-storage', { timeoutMs: 15_000 });

const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
const wanted = Boolean(S3_ENDPOINT || S3_ACCESS_KEY_ID || S3_SECRET_ACCESS_KEY);
/** Without an endpoint: Amazon's own, where a bucket is part of the address. */
const s3 =
  S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
    ? new S3Client({
        region: S3_REGION,
        credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
        requestChecksumCalculation: 'WHEN_REQUIRED',
        ...(S3_ENDPOINT && { endpoint: S3_ENDPOINT, forcePathStyle: true }),
      })
    : null;

/** The client, or null where documents live on disk. Half a setting is neither: a disk may go with its machine. */
function objectStorage(): S3Client | null {
  if (wanted && !s3) throw new Fault('document-storage-half-configured', { retryable: true });
  return s3;
}

/** Keys are ours: letters, digits, dots, dashes, one slash at a time. Anything else is a mistake of the caller. */
function checked(key: string): string {
  if (!/^[\w-]+(\/[\w.-]+)*$/.test(key) || key.includes('..')) throw new Fault('storage-key-malformed');
  return key;
}

/** Keeps bytes under a key, in object storage where it is configured, on disk otherwise. Throws a retryable Fault when it cannot. */
export async function storeObject(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
  const client = objectStorage();
  if (!client) return storeOnDisk(checked(key), bytes);
  const Key = checked(key);
  await guarded((abortSignal) =>
    client
      .send(new PutObjectCommand({ Bucket: env.S3_BUCKET, Key, Body: bytes, ContentType: contentType }), {
        abortSignal,
      })
      .catch(unavailable),
  );
}

/** The bytes under a key; null when there are none. Throws a retryable Fault when the storage does not answer. */
export async function readObject(key: string): Promise<Uint8Array | null> {
  const client = objectStorage();
  if (!client) return readFile(path.join(env.DOCUMENTS_DIR, checked(key))).catch(() => null);
  return guarded(async (abortSignal) => {
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: env.S3_BUCKET, Key: checked(key) }), {
        abortSignal,
      });
      return (await found.Body?.transformToByteArray()) ?? null;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      return unavailable(error);
    }
  });
}

async function storeOnDisk(key: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(env.DOCUMENTS_DIR, key);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
}

function unavailable(error: unknown): never {
  throw new Fault('document-storage-unavailable', { retryable: true, cause: error });
}
