import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './ports';
import type { Service } from './service';
import { startStorage } from './storage';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-storage-test-'));
const Bucket = 'voila-documents';
const Key = 'invoices/2027/VF-É 1.pdf';
let storage: Service;
let port: number;

const start = () => startStorage({ port, dataDir, accessKeyId: 'AKIATEST' });
const client = (accessKeyId = 'AKIATEST') =>
  new S3Client({
    endpoint: storage.url,
    region: 'eu-west-3',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'secret' },
  });

beforeAll(async () => {
  port = await freePort();
  storage = await start();
});
afterAll(async () => {
  await storage.stop();
  rmSync(dataDir, { recursive: true });
});

describe('object storage, by the real client with its default checksums', () => {
  it('gives back what was put, with its type and metadata, after a restart too', async () => {
    const Body = Buffer.from('%PDF-1.7 \r\n0\r\n é');
    await client().send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body,
        ContentType: 'application/pdf',
        Metadata: { kind: 'invoice' },
      }),
    );
    await storage.stop();
    storage = await start();
    const found = await client().send(new GetObjectCommand({ Bucket, Key }));
    expect(Buffer.from((await found.Body?.transformToByteArray()) ?? [])).toEqual(Body);
    expect(found.ContentType).toBe('application/pdf');
    expect(found.Metadata).toEqual({ kind: 'invoice' });
    expect((await client().send(new HeadObjectCommand({ Bucket, Key }))).ContentLength).toBe(Body.length);
  });

  it('takes a stream, which the client sends in chunks with a checksum', async () => {
    const text = 'x'.repeat(200_000);
    const file = path.join(dataDir, 'upload.txt');
    writeFileSync(file, text);
    await client().send(new PutObjectCommand({ Bucket, Key: 'stream', Body: createReadStream(file) }));
    const found = await client().send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(await found.Body?.transformToString()).toBe(text);
  });

  it('forgets what was deleted', async () => {
    await client().send(new PutObjectCommand({ Bucket, Key: 'gone', Body: 'x' }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    await expect(client().send(new GetObjectCommand({ Bucket, Key: 'gone' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('refuses a foreign key and an unsigned request', async () => {
    await expect(client('AKIAOTHER').send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    expect((await fetch(`${storage.url}/${Bucket}/stream`)).status).toBe(403);
  });
});
