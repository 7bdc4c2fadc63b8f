import { escapeHtml } from '../http-server';
import { resumeRun } from './queue';
import { lockRun } from './runs';
import { type Database, transact } from './tables';

type RunFilter = {
  readonly status?: string;
  readonly function?: string;
  readonly event?: string;
  readonly limit: number;
};

/** A run as the pages and tests see it; instants are ISO dates by the sandbox's clock. */
export type RunRow = {
  readonly id: string;
  readonly function: string;
  readonly status: string;
  readonly event: { readonly id: string; readonly name: string; readonly data: unknown };
  /** Number of the attempt under way or last made, from 1. */
  readonly attempts: number;
  readonly output: unknown;
  readonly error: unknown;
  readonly steps: readonly { readonly name: string; readonly op: string; readonly done: boolean }[];
  readonly createdAt: string;
  readonly endedAt: string | null;
};

/** The newest runs first. */
export async function listRuns(sql: Database, filter: RunFilter): Promise<RunRow[]> {
  const rows = await sql<
    (Omit<RunRow, 'createdAt' | 'endedAt'> & { createdAt: number; endedAt: number | null })[]
  >`
    select id, function_id as function, status, event, attempts, output, error,
      created_at as "createdAt", ended_at as "endedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'op', s.op, 'done', s.position is not null)
        order by s.position), '[]') from steps s where s.run_id = runs.id) as steps
    from runs
    where (${filter.status ?? null}::text is null or status = ${filter.status ?? null})
      and (${filter.function ?? null}::text is null or function_id like '%' || ${filter.function ?? null})
      and (${filter.event ?? null}::text is null or event->>'name' = ${filter.event ?? null})
    order by created_at desc, id limit ${filter.limit}`;
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt).toISOString(),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
  }));
}

export function parseFilter(query: URLSearchParams): RunFilter {
  const given = (name: string): Record<string, string> => {
    const value = query.get(name);
    return value ? { [name]: value } : {};
  };
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 100) || 100, 1), 1_000);
  return { ...given('status'), ...given('function'), ...given('event'), limit };
}

/** Takes up a run that failed or was cancelled where it stopped. False where there is no such run. */
export function retryRun(sql: Database, id: string): Promise<boolean> {
  return transact(sql, async (tx) => {
    const run = await lockRun(tx, id);
    if (!run || (run.status !== 'failed' && run.status !== 'cancelled')) return false;
    await resumeRun(tx, run);
    return true;
  });
}

export function runsPage(runs: readonly RunRow[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Jobs</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#0a2a3a}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #dccfb4;
vertical-align:top}small{color:#46606b;display:block}button{font:inherit}.failed{color:#a1182a}.completed{color:#17603f}
</style><h1>Jobs</h1><table><thead><tr><th>Started<th>Function<th>Event<th>Status<th>Steps<th></tr></thead><tbody>
${runs.map(runLine).join('\n')}</tbody></table></html>`;
}

function runLine(run: RunRow): string {
  const error = run.error as { message?: string } | null;
  const again = run.status === 'failed' || run.status === 'cancelled';
  return `<tr><td>${run.createdAt}<td>${escapeHtml(run.function)}<td>${escapeHtml(run.event.name)}
<td><span class="${run.status}">${run.status}</span><small>attempt ${run.attempts}</small>
${error?.message ? `<small>${escapeHtml(error.message)}</small>` : ''}
<td>${run.steps.map((step) => `<small>${escapeHtml(step.name)}${step.done ? '' : ' …'}</small>`).join('')}
<td>${again ? `<form method="post" action="/runs/${run.id}/retry"><button>Retry</button></form>` : ''}</tr>`;
}
