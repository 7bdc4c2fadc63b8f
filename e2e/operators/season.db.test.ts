import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/db/client';
import { operatorPlan } from '@/db/seed/operator-plan';
import { guestAt, NOON } from '@/db/testing/stock-stage';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { callerFor } from '@/lib/operators/call/caller';
import { newCallMetrics } from '@/lib/operators/call/metrics';
import { directionsOf } from '@/lib/supply/repository';
import { type Supplier, syncDirection } from '@/lib/supply/sync-direction';
import { planSchema } from '@/sandbox/operators/company/plan';
import { startCompany } from '@/sandbox/operators/company/serve';
import type { Service } from '@/sandbox/service';
import { CANDIDATES } from './companies';

/* The whole season of each company, through its wire format, against what the database was seeded with. */

const ctx = guestAt(NOON);
const today = localDateOf(NOON, 'Europe/Paris');
const until = addDays(today, 547);
const LIMITS = { attemptMs: 60_000, totalMs: 60_000, threshold: 1_000, pauseMs: 1 };

describe.each(CANDIDATES)('a followed $name', ({ name, sells = [name], front, adapter }) => {
  let service: Service;
  let supplier: Supplier;
  const plan = planSchema.parse(operatorPlan(sells, 1, today, until));

  beforeAll(async () => {
    service = await startCompany({
      front: front(),
      port: 0,
      dataDir: mkdtempSync(path.join(tmpdir(), `voila-season-${name}-`)),
      plan,
      nowMs: () => NOON.getTime(),
      seed: 1,
      pace: 0,
    });
    const caller = callerFor(name, { ...LIMITS, metrics: newCallMetrics() });
    const port = adapter(service.url, { fetch, now: () => NOON, caller });
    supplier = { port, companies: sells };
  });
  afterAll(() => service.stop());

  const happen = async (happening: object) => {
    const answer = await fetch(`${service.url}/_control/happen`, {
      method: 'POST',
      body: JSON.stringify(happening),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  async function look() {
    const seen = { rows: 0, sailings: 0, changed: [] as string[], problems: [] as string[] };
    for (const { routeId, lastDay } of await directionsOf(sells, NOON)) {
      const direction = { routeId, from: addDays(today, -1), to: lastDay, isWhole: true };
      const { rows, sailings, repriced, problem } = await syncDirection(ctx, supplier, direction);
      seen.rows += rows;
      seen.sailings += sailings;
      seen.changed.push(...repriced);
      if (problem) seen.problems.push(problem);
    }
    return seen;
  }

  it('tells the season that we have: only its names for the sailings are new, and then nothing is', async () => {
    const ahead = plan.sailings.filter(({ departsAt }) => Date.parse(departsAt) > NOON.getTime()).length;
    expect(await look()).toEqual({ rows: ahead, sailings: 0, changed: [], problems: [] });
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from supplied_sailings where supplier = ${supplier.port.code}`;
    expect(row?.count).toBe(ahead);
    expect((await look()).rows).toBe(0);
  });

  it('what happens there happens here: places, a price, another ship, a cancellation, and nothing beside', async () => {
    const some = plan.sailings.filter(({ departsAt }) => Date.parse(departsAt) > NOON.getTime() + 86_400_000);
    type Planned = (typeof some)[number];
    const [bought, dearer, replaced, cancelled] = some as unknown as [Planned, Planned, Planned, Planned];
    const ours = async ({ id }: { id: string }) => {
      const [row] = await sql<{ id: string; status: string; ship: string; adult: number; left: number }[]>`
        select s.id, s.status, h.name as ship, (s.tariff->>'adultCents')::int as adult,
          l.capacity - l.held - l.sold as left
        from supplied_sailings u join sailings s on s.id = u.sailing_id join ships h on h.code = s.ship_code
          join stock_lines l on l.id = s.id || ':deck'
        where u.supplier = ${supplier.port.code} and u.sailing_ref = ${id}`;
      if (!row) throw new Error(`${id} is not known`);
      return row;
    };
    const before = await ours(bought);
    const { adult } = await ours(dearer);
    const ship = plan.ships.find(
      (each) => each.operator === replaced.operator && each.name !== replaced.ship,
    )?.name;
    await happen({ kind: 'others', sailingId: bought.id, taken: { deck: 5 } });
    await happen({ kind: 'percent', sailingId: dearer.id, percent: 20 });
    if (ship) await happen({ kind: 'ship', sailingId: replaced.id, ship });
    await happen({ kind: 'cancelled', sailingId: cancelled.id });

    const seen = await look();
    expect(seen.problems).toEqual([]);
    expect(seen.sailings).toBe(ship ? 4 : 3);
    expect((await ours(bought)).left).toBe(before.left - 5);
    expect((await ours(dearer)).adult).toBe(Math.round((adult * 1.2) / 50) * 50);
    if (ship) expect((await ours(replaced)).ship).toBe(ship);
    expect((await ours(cancelled)).status).toBe('cancelled');
    expect((await look()).rows).toBe(0);
  });
});
