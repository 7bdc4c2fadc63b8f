import { type Html, html, page } from '../page';
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

/** The runs as a page, with a button beside those that can be taken up again. */
export function runsPage(runs: readonly RunRow[]): string {
  return page(
    'Jobs',
    runs.length === 0
      ? html`<p class="quiet">Nothing has run yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Jobs"><table><thead><tr><th>Started</th><th>Function</th><th>Event</th><th>Status</th><th>Steps</th>
<th></th></tr></thead><tbody>${runs.map(runLine)}</tbody></table></div>`,
  );
}

function runLine(run: RunRow): Html {
  const error = run.error as { message?: string } | null;
  const again = run.status === 'failed' || run.status === 'cancelled';
  const state = run.status === 'failed' ? 'down' : run.status === 'completed' ? 'good' : '';
  return html`<tr><td>${run.createdAt}</td><td>${run.function}</td><td>${run.event.name}</td>
<td><span class="${state}">${run.status}</span><br><small>attempt ${run.attempts}</small>
${error?.message ? html`<br><small>${error.message}</small>` : ''}</td>
<td>${run.steps.map((step) => html`<small>${step.name}${step.done ? '' : ' …'}</small><br>`)}</td>
<td>${again ? html`<form method="post" action="/runs/${run.id}/retry"><button>Retry</button></form>` : ''}</td></tr>`;
}
