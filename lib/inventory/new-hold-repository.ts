import { sql } from '@/db/client';
import { retried } from '@/db/transaction';
import { type EventRow, eventsInsert } from '@/lib/events/record-event';
import { type AuditRow, auditInsert } from '@/lib/platform/audit';
import type { StoredHold } from './repository';
import type { StockNeed } from './types';

/** Everything that one new hold writes. */
export interface NewHold extends Pick<StoredHold, 'hold' | 'legs'> {
  readonly needs: readonly StockNeed[];
  readonly audit: AuditRow;
  readonly events: readonly EventRow[];
}

/**
 * Takes the stock of a new hold and writes all its rows: one prepared statement that is its own transaction, so that
 * nobody waits for a round trip of ours while the counters are locked. Answers null, or the line that has too little
 * left; then nothing was written.
 */
export async function takeAndInsertHold(newHold: NewHold): Promise<StockNeed | null> {
  const { hold, legs, audit, events } = newHold;
  const needs = newHold.needs.toSorted((a, b) => (a.stockLineId < b.stockLineId ? -1 : 1));
  const parameters = [
    hold.id,
    hold.status,
    hold.createdAt.toISOString(),
    hold.expiresAt.toISOString(),
    hold.locale,
    JSON.stringify(hold.party),
    JSON.stringify(hold.quote),
    hold.totalCents,
    JSON.stringify(legs),
    JSON.stringify(needs),
    JSON.stringify(audit),
    JSON.stringify(events),
    ...needs.flatMap(({ stockLineId, quantity }) => [stockLineId, quantity]),
  ];
  const rows = await retried(() => sql.unsafe(textFor(needs.length), parameters, { prepare: true }));
  return needs[rows.length] ?? null;
}

const texts = new Map<number, string>();

function textFor(lines: number): string {
  const text = texts.get(lines) ?? statement(lines);
  texts.set(lines, text);
  return text;
}

/**
 * Lines are taken all or none, in the order of their ids: each is locked if enough is left of it and the one before it was
 * granted; the last is changed at once, and only then the others. What refuses has changed nothing, so nothing needs to be
 * undone. One row comes back per line that was granted; the first without one has refused. PostgreSQL promises no order
 * among the parts of a `with`: each needs a row of the one before it, so there is only one (docs/inventory.md).
 */
function statement(lines: number): string {
  const last = lines - 1;
  const indexes = Array.from({ length: lines }, (_, index) => index);
  const granted = (index: number) => `exists (select 1 from granted${index})`;
  const all = granted(last);
  const quantity = (index: number) => `$${14 + 2 * index}::int`;
  const enough = (index: number, after: string) =>
    `id = $${13 + 2 * index} and capacity - held - sold >= ${quantity(index)} ${after}`;
  const lock = (index: number, after: string) =>
    `select 1 from stock_lines where ${enough(index, after)} for no key update`;
  const take = (index: number, after: string) =>
    `update stock_lines set held = held + ${quantity(index)} where ${enough(index, after)} returning 1`;
  const grants = indexes.map((index) => {
    const after = index > 0 ? `and ${granted(index - 1)}` : '';
    return `granted${index} as (${index < last ? lock(index, after) : take(index, after)}),`;
  });
  const takes = indexes.slice(0, last).map((index) => `taken${index} as (${take(index, `and ${all}`)}),`);
  return `
    with ${grants.join('\n')} ${takes.join('\n')}
    h as (insert into holds (id, status, created_at, expires_at, locale, party, quote, total_cents)
      select $1, $2, $3::timestamptz, $4::timestamptz, $5, $6::jsonb, $7::jsonb, $8::int where ${all}),
    l as (insert into hold_legs (hold_id, position, direction, sailing_id, selection, tariff, fare_rule_version)
      select $1, leg.* from jsonb_to_recordset($9::jsonb) as leg("position" int, "direction" text,
        "sailingId" text, "selection" jsonb, "tariff" jsonb, "fareRuleVersion" int) where ${all}),
    i as (insert into hold_items (hold_id, stock_line_id, quantity)
      select $1, need.* from jsonb_to_recordset($10::jsonb) as need("stockLineId" text, "quantity" int)
      where ${all}),
    a as (${auditInsert('$11')} where ${all}),
    e as (${eventsInsert('$12')} where ${all})
    ${indexes.map((index) => `select 1 from granted${index}`).join(' union all ')}`;
}
