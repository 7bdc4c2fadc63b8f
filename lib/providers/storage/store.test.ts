import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const bytes = new TextEncoder().encode('%PDF-1.7 …');
const directory = mkdtempSync(path.join(os.tmpdir(), 'voila-store-'));
let server: Server;
let status = 200;
let seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split('?')[0]}`);
    const body = request.method === 'GET' ? bytes : '';
    const problem = `<Error><Code>${status === 404 ? 'NoSuchKey' : 'InternalError'}</Code></Error>`;
    request.resume().on('end', () => response.writeHead(status).end(status === 200 ? body : problem));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  seen = [];
  status = 200;
  vi.resetModules();
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('DOCUMENTS_DIR', directory);
});

afterEach(() => vi.unstubAllEnvs());

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(directory, { recursive: true, force: true });
});

describe('a document on disk', () => {
  it('is read as it was kept, the last one under a key, and leaves no half-written file', async () => {
    const { storeObject, readObject } = await import('./store');
    await storeObject('invoice/2027/doc_1.pdf', new Uint8Array([1]), 'application/pdf');
    await storeObject('invoice/2027/doc_1.pdf', bytes, 'application/pdf');
    expect(new Uint8Array((await readObject('invoice/2027/doc_1.pdf')) ?? [])).toEqual(bytes);
    expect(await readObject('invoice/2027/doc_2.pdf')).toBeNull();
    expect(readdirSync(path.join(directory, 'invoice/2027'))).toEqual(['doc_1.pdf']);
  });

  it.each(['../secret.pdf', '/etc/passwd', 'invoice//doc.pdf', 'invoice/../../doc.pdf', ''])(
    'never has the key %j',
    async (key) => {
      const { storeObject, readObject } = await import('./store');
      await expect(storeObject(key, bytes, 'application/pdf')).rejects.toMatchObject({
        code: 'storage-key-malformed',
      });
      await expect((async () => readObject(key))()).rejects.toMatchObject({ code: 'storage-key-malformed' });
    },
  );
});

describe('a document in object storage', () => {
  beforeEach(() => {
    vi.stubEnv('S3_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    vi.stubEnv('S3_BUCKET', 'documents');
    vi.stubEnv('S3_ACCESS_KEY_ID', 'key');
    vi.stubEnv('S3_SECRET_ACCESS_KEY', 'secret');
  });

  it('is put and read under its key in the bucket', async () => {
    const { storeObject, readObject } = await import('./store');
    await storeObject('invoice/2027/doc_1.pdf', bytes, 'application/pdf');
    expect(await readObject('invoice/2027/doc_1.pdf')).toEqual(bytes);
    expect(seen).toEqual(['PUT /documents/invoice/2027/doc_1.pdf', 'GET /documents/invoice/2027/doc_1.pdf']);
  });

  it('that is not there is nothing, and a store that is down can be asked later', async () => {
    const { storeObject, readObject } = await import('./store');
    status = 404;
    expect(await readObject('invoice/2027/doc_2.pdf')).toBeNull();
    status = 500;
    await expect(readObject('invoice/2027/doc_2.pdf')).rejects.toMatchObject({
      code: 'document-storage-unavailable',
      retryable: true,
    });
    await expect(storeObject('invoice/2027/doc_2.pdf', bytes, 'application/pdf')).rejects.toMatchObject({
      retryable: true,
    });
  });

  it('of Amazon, whose address need not be given, goes there, and never to the disk', async () => {
    vi.stubEnv('S3_ENDPOINT', '');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const send = vi.spyOn((await import('@aws-sdk/client-s3')).S3Client.prototype, 'send');
    const { storeObject } = await import('./store');
    status = 500;
    await expect(storeObject('invoice/2027/doc_9.pdf', bytes, 'application/pdf')).rejects.toThrow();
    expect(send).toHaveBeenCalledOnce();
    expect(existsSync(path.join(directory, 'invoice/2027/doc_9.pdf'))).toBe(false);
    send.mockRestore();
  });

  it.each(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])(
    'waits where %s lacks, instead of going to a disk that nobody keeps',
    async (missing) => {
      vi.stubEnv(missing, '');
      const { storeObject } = await import('./store');
      await expect(storeObject('invoice/2027/doc_9.pdf', bytes, 'application/pdf')).rejects.toMatchObject({
        code: 'document-storage-half-configured',
        retryable: true,
      });
      expect(existsSync(path.join(directory, 'invoice/2027/doc_9.pdf'))).toBe(false);
    },
  );
});
