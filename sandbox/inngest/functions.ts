import { nextCron } from './cron';
import { evaluate } from './expression';
import { type FunctionConfig, type Registration, registration } from './protocol';
import { json, type Transaction } from './tables';

/**
 * Parses what the SDK registers.
 * @throws Error that says what this executor cannot do for which function.
 */
export function parseRegistration(body: string): Registration {
  const parsed = registration.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '));
  for (const config of parsed.data.functions) checkExpressions(config);
  return parsed.data;
}

function checkExpressions(config: FunctionConfig): void {
  const rules = Array.isArray(config.concurrency) ? config.concurrency : [config.concurrency];
  const sources = [
    config.idempotency,
    config.debounce?.key,
    ...rules.map((rule) => (typeof rule === 'object' ? rule?.key : null)),
    ...(config.cancel ?? []).map((rule) => rule.if),
    ...config.triggers.map((trigger) => ('event' in trigger ? trigger.expression : null)),
  ];
  for (const source of sources) {
    try {
      if (source) evaluate(source, {});
    } catch (error) {
      throw new Error(`${config.id}: ${error instanceof Error ? error.message : error}`);
    }
  }
  for (const trigger of config.triggers) if ('cron' in trigger) nextCron(trigger.cron, 0);
}

/** Makes these the app's functions. Crons that were there before keep their next moment. */
export async function saveFunctions(tx: Transaction, app: Registration, now: number): Promise<void> {
  await tx`select pg_advisory_xact_lock(7265002)`;
  const ids = app.functions.map((config) => config.id);
  await tx`delete from functions where app = ${app.appName} and not (id = any(${ids}))`;
  for (const config of app.functions) {
    await tx`
      insert into functions (id, app, config) values (${config.id}, ${app.appName}, ${json(tx, config)})
      on conflict (id) do update set app = excluded.app, config = excluded.config`;
    const crons = config.triggers.flatMap((trigger) => ('cron' in trigger ? [trigger.cron] : []));
    await tx`delete from crons where function_id = ${config.id} and not (cron = any(${crons}))`;
    for (const cron of crons) {
      await tx`
        insert into crons (function_id, cron, next_at) values (${config.id}, ${cron}, ${nextCron(cron, now)})
        on conflict do nothing`;
    }
  }
  await tx`delete from crons where function_id not in (select id from functions)`;
}

export async function allFunctions(tx: Transaction): Promise<FunctionConfig[]> {
  const rows = await tx<{ config: FunctionConfig }[]>`select config from functions order by id`;
  return rows.map((row) => row.config);
}

export async function findFunction(tx: Transaction, id: string): Promise<FunctionConfig | undefined> {
  const [row] = await tx<{ config: FunctionConfig }[]>`select config from functions where id = ${id}`;
  return row?.config;
}
