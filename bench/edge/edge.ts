import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/sandbox/ports';
import { spawnTied } from '@/sandbox/tied-process';
import { dropTagged } from './cache-files';
import { edgeConfig } from './edge-config';
import { findNginx } from './find-nginx';

/** A purge as the edge was told it. */
export interface Told {
  readonly at: number;
  readonly tags: readonly string[];
  readonly dropped: number;
}

/** An edge that is prepared, before what lies behind it is known. */
export interface Edge {
  readonly url: string;
  readonly secureUrl: string;
  readonly staticUrl: string;
  readonly cache: string;
  /** A folder whose files are served as they are. */
  readonly statics: string;
  readonly certificate: string;
  /** Settings of a house that shall empty it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly told: readonly Told[];
  /** Serves what these ports answer, from empty. */
  open(apps: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

/** An nginx with a purger beside it that speaks Cloudflare's protocol, in a folder of its own. */
export async function prepareEdge(): Promise<Edge> {
  const nginx = findNginx();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'voila-edge-'));
  for (const name of ['cache', 'static']) mkdirSync(path.join(folder, name));
  const cache = path.join(folder, 'cache');
  const certificate = path.join(folder, 'cert.pem');
  selfSigned(folder);
  const [port, tlsPort, innerPort, staticPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const token = 'bench';
  const told: Told[] = [];
  const purger = createServer(async (request, response) => {
    const { at, tags } = { at: performance.now(), ...(await bodyOf(request)) };
    const known = request.headers.authorization === `Bearer ${token}`;
    if (known) told.push({ at, tags, dropped: dropTagged(cache, tags) });
    response.writeHead(known ? 200 : 403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ success: known, errors: [] }));
  });
  await new Promise<void>((resolve) => purger.listen(0, '127.0.0.1', resolve));
  let running: ReturnType<typeof spawnTied> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    secureUrl: `https://localhost:${tlsPort}`,
    staticUrl: `http://127.0.0.1:${staticPort}`,
    cache,
    statics: path.join(folder, 'static'),
    certificate,
    settings: {
      // The house calls itself by its public address, whose certificate is ours.
      NODE_EXTRA_CA_CERTS: certificate,
      EDGE_ZONE_ID: 'bench',
      EDGE_API_TOKEN: token,
      EDGE_API_BASE: `http://127.0.0.1:${(purger.address() as AddressInfo).port}`,
    },
    told,
    async open(apps) {
      await running?.stop();
      rmSync(cache, { recursive: true, force: true });
      mkdirSync(cache);
      const file = path.join(folder, 'nginx.conf');
      writeFileSync(file, edgeConfig({ nginx, folder, port, tlsPort, innerPort, apps, staticPort }));
      running = spawnTied(nginx.binary, ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')], {
        cwd: folder,
        env: { ...process.env, ...nginx.env },
        stopSignal: 'TERM',
        log: path.join(folder, 'nginx.log'),
      });
      await untilUp(`http://127.0.0.1:${port}/api/health/live`);
    },
    async close() {
      await running?.stop();
      await new Promise((resolve) => purger.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<{ tags: string[] }> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return JSON.parse(body);
}

async function untilUp(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nginx did not come up');
}

function selfSigned(folder: string): void {
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const how = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...how, ...name], { stdio: 'ignore' });
}
