import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { installBinaries } from './postgres-binaries';
import { reachableHome, runAs, type ServerUser, serverUser } from './postgres-home';
import { spawnTied } from './tied-process';

const SUPERUSER = 'voila';
const START_TIMEOUT_MS = 30_000;

export interface PostgresOptions {
  /** Where the cluster lives; made when missing. */
  readonly dataDir: string;
  /** Asked for after a server left behind on the directory, which may hold it, has been stopped. */
  readonly port: number | (() => Promise<number>);
  /** For tests: gives up durability (fsync) for speed. */
  readonly throwaway?: boolean;
}

export interface RunningPostgres {
  readonly port: number;
  /** Address of a database of this server; it need not exist yet. */
  url(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  /** Settles with the exit code when the server ends, asked or not. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the binaries of the npm package, on 127.0.0.1 and without a password.
 * A server left behind on the same directory is stopped first, a stale lock removed.
 * Throws when the server is not ready after 30 seconds, with the end of its log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = serverUser();
  const dataDir = path.resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const bin = installBinaries(user);
  const cluster = path.join(reachableHome(dataDir, user), 'cluster');
  const logFile = path.join(dataDir, 'server.log');

  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initCluster(bin, cluster, user);
  await stopLeftover(cluster);
  const port = typeof options.port === 'number' ? options.port : await options.port();

  const args = ['-D', cluster, ...settings(port, options.throwaway ?? false)];
  const server = spawnTied(path.join(bin, 'postgres'), args, {
    ...runAs(user),
    log: logFile,
    stopSignal: 'INT',
  });
  const { exited, stop } = server;
  const state = await Promise.race([untilReady(cluster), exited.then(() => 'exited' as const)]);
  if (state !== 'ready') {
    await stop();
    throw new Error(`PostgreSQL did not start (${state}):\n${tail(logFile)}`);
  }

  const url = (database: string) => `postgres://${SUPERUSER}@127.0.0.1:${port}/${database}`;
  return { port, url, exited, stop, ...databases(url('postgres')) };
}

function settings(port: number, throwaway: boolean): string[] {
  const values = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...(throwaway && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '4GB',
    }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Makes the cluster beside its place and moves it there: one interrupted half-way is never taken for whole. */
function initCluster(bin: string, cluster: string, user: ServerUser): void {
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  user.run(path.join(bin, 'initdb'), ['-D', draft, '-U', SUPERUSER, '--auth=trust', '--no-sync', ...locale]);
  renameSync(draft, cluster);
}

function lockLines(cluster: string): string[] | null {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether that process is a server on this cluster, and not a stranger that got its number. */
function serves(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return !existsSync('/proc/self');
  }
}

async function stopLeftover(cluster: string): Promise<void> {
  const pid = Number(lockLines(cluster)?.[0]);
  if (!pid) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!alive(pid) || !serves(pid, cluster)) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < 5_000 && alive(pid); waited += 50) await sleep(50);
  }
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** The server writes its state to the eighth line of its lock file. */
async function untilReady(cluster: string): Promise<'ready' | 'timeout'> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(15)) {
    if (lockLines(cluster)?.[7]?.trim() === 'ready') return 'ready';
  }
  return 'timeout';
}

function databases(adminUrl: string): Pick<RunningPostgres, 'createDatabase' | 'dropDatabase'> {
  const withAdmin = async (work: (sql: postgres.Sql) => Promise<void>): Promise<void> => {
    const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    await work(sql).finally(() => sql.end());
  };
  return {
    createDatabase: (name, template) =>
      withAdmin(async (sql) => {
        const [found] = await sql`select 1 from pg_database where datname = ${name}`;
        if (!found) await sql`create database ${sql(name)} template ${sql(template ?? 'template1')}`;
      }),
    dropDatabase: (name) =>
      withAdmin(async (sql) => {
        await sql`drop database if exists ${sql(name)} with (force)`;
      }),
  };
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-20).join('\n');
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
