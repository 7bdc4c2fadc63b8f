import type { Transaction } from '@/db/transaction';
import { type Refusal, refuse } from '@/lib/kernel/errors';
import { changeStock, leftOnLine } from './stock-repository';
import { nameOfShort, type StockChange, type StockShort } from './stock-rules';

/** Thrown inside a transaction to undo it: a line had too little left. Never leaves this domain. */
export class StockRefused extends Error {
  override readonly name = 'StockRefused';
  readonly change: StockChange;

  constructor(change: StockChange) {
    super(change.stockLineId);
    this.change = change;
  }
}

/** Changes the lines, or throws StockRefused so that the transaction around is undone. Must be its first writes. */
export async function takeStock(tx: Transaction, changes: readonly StockChange[]): Promise<void> {
  const refused = await changeStock(tx, changes);
  if (refused) throw new StockRefused(refused);
}

/** `sold-out` with what is short: `{what, sailingId, left}`; `left` in units of the line (lane centimetres for vehicles). */
export function soldOut(short: StockShort): { readonly ok: false; readonly refusal: Refusal<'sold-out'> } {
  return refuse('sold-out', { what: nameOfShort(short), sailingId: short.sailingId, left: short.left });
}

/** Runs `work` and turns a refused line into `sold-out`. */
export async function orSoldOut<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof soldOut>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StockRefused)) throw error;
    return soldOutLine(error.change.stockLineId);
  }
}

/** `sold-out` with what is left of the line that refused, read after the refusal. */
export async function soldOutLine(stockLineId: string): Promise<ReturnType<typeof soldOut>> {
  const short = await leftOnLine(stockLineId);
  if (short) return soldOut(short);
  const [sailingId = '', code = ''] = stockLineId.split(':');
  return soldOut({ sailingId, kind: 'cabin', code, left: 0 });
}
