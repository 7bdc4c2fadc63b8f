import { type SQL, sql } from 'drizzle-orm';

/**
 * Stock that is held here and at the operator for the same booking: `id` of the line, `quantity`. An order counts as long
 * as the operator keeps it and our hold is the one that it was made for.
 */
export function heldThereSql(supplier: string, now: Date): SQL {
  return sql`
    select i.stock_line_id as id, sum(i.quantity)::int as quantity
    from operator_orders o
    join bookings b on b.id = o.booking_id
    join holds h on h.id = b.hold_id and h.status = 'active' and h.version = o.version
    join hold_items i on i.hold_id = h.id
    join stock_lines own on own.id = i.stock_line_id and own.sailing_id = o.sailing_id
    where o.state = 'held' and o.supplier = ${supplier} and o.expires_at > ${now.toISOString()}::timestamptz
    group by i.stock_line_id`;
}
