import { createHash, randomUUID } from 'node:crypto';
import { instantMs } from './duration';
import { holds, keyOf } from './expression';
import { allFunctions } from './functions';
import { type FunctionConfig, incomingEvents, type StoredEvent } from './protocol';
import { completeStep, createRun, endRun, lockRun } from './runs';
import { json, type Transaction } from './tables';

const DAY = 86_400_000;

/**
 * Reads the body of the event API. An event without an id gets one made from `seed`, the header that the SDK
 * repeats when it sends again: a repeated request is the same event.
 * @throws Error where the body is not events.
 */
export function parseEvents(body: string, seed: string | undefined, now: number): StoredEvent[] {
  const parsed = incomingEvents.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('; '));
  return parsed.data.map((event, index) => ({
    id: event.id || (seed ? seededId(`${seed},${index}`) : randomUUID()),
    name: event.name,
    data: event.data ?? {},
    ts: event.ts ?? now,
    ...(event.user ? { user: event.user } : {}),
    ...(event.v ? { v: event.v } : {}),
  }));
}

function seededId(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 32);
}

/** Does all that events cause: cancels runs, wakes waiting steps, starts functions. Repeated ids do nothing. */
export async function takeEvents(
  tx: Transaction,
  events: readonly StoredEvent[],
  now: number,
): Promise<void> {
  if (events.length === 0) return;
  const functions = await allFunctions(tx);
  for (const event of events) {
    if (!(await firstTime(tx, `event:${event.id}`, now))) continue;
    await cancelRuns(tx, functions, event, now);
    await wakeWaiting(tx, event);
    for (const config of functions) {
      if (isTriggeredBy(config, event)) await trigger(tx, config, event, now);
    }
  }
}

/** Notes the key; false where it was noted less than 24 hours ago. */
async function firstTime(tx: Transaction, key: string, now: number): Promise<boolean> {
  const rows = await tx`
    insert into seen (key, seen_at) values (${key}, ${now})
    on conflict (key) do update set seen_at = excluded.seen_at where seen.seen_at <= ${now - DAY}
    returning key`;
  return rows.length > 0;
}

function isTriggeredBy(config: FunctionConfig, event: StoredEvent): boolean {
  return config.triggers.some(
    (trigger) =>
      'event' in trigger && nameMatches(trigger.event, event.name) && holds(trigger.expression, { event }),
  );
}

function nameMatches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

async function trigger(
  tx: Transaction,
  config: FunctionConfig,
  event: StoredEvent,
  now: number,
): Promise<void> {
  if (config.idempotency) {
    const key = `function:${config.id}:${keyOf(config.idempotency, { event })}`;
    if (!(await firstTime(tx, key, now))) return;
  }
  if (config.debounce) await debounce(tx, config, config.debounce, event, now);
  else await createRun(tx, config, event, now);
}

async function debounce(
  tx: Transaction,
  config: FunctionConfig,
  rule: NonNullable<FunctionConfig['debounce']>,
  event: StoredEvent,
  now: number,
): Promise<void> {
  const dueAt = instantMs(rule.period, now);
  const latestAt = rule.timeout ? instantMs(rule.timeout, now) : Number.MAX_SAFE_INTEGER;
  await tx`
    insert into debounces (function_id, key, event, due_at, latest_at)
    values (${config.id}, ${keyOf(rule.key, { event })}, ${json(tx, event)}, ${dueAt}, ${latestAt})
    on conflict (function_id, key) do update
      set event = excluded.event, due_at = least(excluded.due_at, debounces.latest_at)`;
}

async function wakeWaiting(tx: Transaction, event: StoredEvent): Promise<void> {
  const waiting = await tx<{ runId: string; id: string; name: string; waitIf: string | null }[]>`
    select run_id as "runId", id, name, wait_if as "waitIf" from steps
    where wait_event = ${event.name} and position is null order by run_id`;
  for (const step of waiting) {
    const run = await lockRun(tx, step.runId);
    if (!run || !holds(step.waitIf, { event: run.event, async: event })) continue;
    await completeStep(tx, run, { id: step.id, op: 'WaitForEvent', name: step.name }, { data: event });
  }
}

async function cancelRuns(
  tx: Transaction,
  functions: readonly FunctionConfig[],
  event: StoredEvent,
  now: number,
): Promise<void> {
  for (const config of functions) {
    for (const rule of config.cancel ?? []) {
      if (!nameMatches(rule.event, event.name)) continue;
      const active = await tx<{ id: string; createdAt: number }[]>`
        select id, created_at as "createdAt" from runs
        where function_id = ${config.id} and status = 'running' order by id`;
      for (const { id, createdAt } of active) {
        if (rule.timeout && now > instantMs(rule.timeout, createdAt)) continue;
        await cancelRun(tx, id, rule.if, event, now);
      }
    }
  }
}

async function cancelRun(
  tx: Transaction,
  id: string,
  condition: string | null | undefined,
  event: StoredEvent,
  now: number,
): Promise<void> {
  const run = await lockRun(tx, id);
  if (!run || !holds(condition, { event: run.event, async: event })) return;
  const error = { name: 'Cancelled', message: `Cancelled by ${event.name}` };
  await takeEvents(tx, await endRun(tx, run, 'cancelled', { error }, now), now);
}
