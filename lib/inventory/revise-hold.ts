import { inTransaction, type Transaction } from '@/db/transaction';
import { refreshBooking } from '@/lib/booking/refresh-booking';
import { relaySoon } from '@/lib/events/relay-outbox';
import type { Context } from '@/lib/kernel/context';
import { done, type Result, refuse } from '@/lib/kernel/errors';
import { readNetwork } from '@/lib/network/queries';
import type { Network } from '@/lib/network/types';
import { fieldProblems } from '@/lib/platform/api/field-problems';
import { recordAudit } from '@/lib/platform/audit';
import { quoteTrip } from '@/lib/pricing/quote';
import { sailingsForSale } from '@/lib/sailings/queries';
import type { SailingForSale } from '@/lib/sailings/types';
import { announceLines } from './announce-stock';
import { mergedDraft, openedDraft } from './draft';
import { type Draft, type ReviseHoldInput, reviseHoldInput } from './input';
import { getHold } from './queries';
import { type HoldRow, itemsOf, lockHold, readHold, writeDraft, writeRevision } from './repository';
import {
  isUnchanged,
  planProblems,
  type RevisionInput,
  type RevisionPlan,
  revisedLeg,
  revisedParty,
  travellersDiffer,
} from './revision-rules';
import { refusalToSell } from './sale-window-rules';
import { heldDifference, needsOf, sumNeeds } from './stock-rules';
import { orSoldOut, takeStock } from './take-stock';
import { tripLeg } from './trip-leg';
import { shortTransfer } from './trip-rules';
import type { HoldView } from './views';

export type ReviseHoldRefusal =
  | 'unknown-hold'
  | 'hold-expired'
  | 'hold-released'
  | 'already-booked'
  | 'sold-out'
  | 'sailing-departed'
  | 'check-in-closed'
  | 'sailing-cancelled'
  | 'transfer-too-short'
  | 'invalid-input';

type Revised = Result<null, ReviseHoldRefusal>;

/** Undoes a revision whose booking was paid at this very moment. */
class PaidMeanwhile extends Error {}

/**
 * Changes party or choices of a hold at the price guaranteed when it was placed: the quote comes from the tariffs stored
 * with it. The difference per stock line is taken and freed in one pass, all or nothing, so a refusal leaves the hold as
 * it was, with what was typed. A booking that awaits payment follows (lib/booking/refresh-booking.ts); once paid it is `already-booked`.
 */
export async function reviseHold(
  ctx: Context,
  input: ReviseHoldInput,
): Promise<Result<HoldView, ReviseHoldRefusal>> {
  const parsed = reviseHoldInput.safeParse(input);
  if (!parsed.success) return refuse('invalid-input', undefined, fieldProblems(parsed.error));
  return reviseBy(ctx, parsed.data.holdId, () => done(parsed.data));
}

/** A hold as it stands at the moment of a change. */
export interface StandingHold extends RevisionPlan {
  readonly version: number;
  readonly draft: Draft;
}

/**
 * The same for a change that builds on what is there, such as one more of something: `work` is given the hold under its
 * lock, so that of two changes at once the later one sees what the earlier has made. It may refuse, and changes nothing.
 */
export function reviseStandingHold(
  ctx: Context,
  holdId: string,
  work: (standing: StandingHold) => Result<Omit<ReviseHoldInput, 'holdId'>, 'invalid-input'>,
): Promise<Result<HoldView, ReviseHoldRefusal>> {
  return reviseBy(ctx, holdId, (standing) => {
    const change = work(standing);
    if (!change.ok) return change;
    const parsed = reviseHoldInput.safeParse({ ...change.value, holdId });
    return parsed.success
      ? done(parsed.data)
      : refuse('invalid-input', undefined, fieldProblems(parsed.error));
  });
}

type Work = (standing: StandingHold) => Result<RevisionInput, 'invalid-input'>;

async function reviseBy(
  ctx: Context,
  holdId: string,
  work: Work,
): Promise<Result<HoldView, ReviseHoldRefusal>> {
  const stored = await readHold(holdId);
  if (!stored) return refuse('unknown-hold');
  const ids = stored.legs.map((leg) => leg.sailingId);
  const [sailings, network] = await Promise.all([sailingsForSale(ids, ctx.now), readNetwork()]);
  try {
    const outcome = await orSoldOut(() =>
      inTransaction((tx) => revise(tx, ctx, holdId, work, sailings, network)),
    );
    if (!outcome.ok) return outcome;
  } catch (error) {
    if (error instanceof PaidMeanwhile) return refuse('already-booked');
    throw error;
  }
  relaySoon();
  const view = await getHold(ctx, holdId);
  return view ? done(view) : refuse('unknown-hold');
}

/** The transaction: hold, stock lines in order, what refers to them, the booking last. */
async function revise(
  tx: Transaction,
  ctx: Context,
  holdId: string,
  work: Work,
  sailings: readonly SailingForSale[],
  network: Network,
): Promise<Revised> {
  const hold = await lockHold(tx, holdId);
  const stored = await readHold(holdId, tx);
  if (!hold || !stored) return refuse('unknown-hold');
  const ended = refusalOfHold(hold, stored.booking?.status, ctx.now);
  if (ended) return refuse(ended);
  const before = { party: hold.party, legs: stored.legs };
  const asked = work({ ...before, version: hold.version, draft: openedDraft(hold.sealedDraft) });
  if (!asked.ok) return asked;
  const change = asked.value;
  const plan = planOf(hold, before, change, sailings, network);
  const refusal = refusalOfPlan(plan, sailings, network, ctx.now);
  if (refusal) return refusal;
  const draft = change.draft && mergedDraft(hold.sealedDraft, change.draft);
  if (isUnchanged(before, plan)) {
    if (draft) await writeDraft(tx, hold.id, draft);
    return done(null);
  }

  const needed = sumNeeds(plan.legs.flatMap((leg) => needsOf(leg.sailingId, plan.party, leg.selection)));
  const changes = heldDifference(await itemsOf(tx, [hold.id]), needed);
  await takeStock(tx, changes);
  const quote = quoteTrip(plan.party, plan.legs);
  await writeRevision(tx, hold.id, { ...plan, quote, items: needed });
  if (draft) await writeDraft(tx, hold.id, draft);
  await recordAudit(tx, ctx, 'revise-hold', hold.id, { version: hold.version + 1, cents: quote.totalCents });
  const touched = changes.filter((each) => each.held !== 0).map((each) => each.stockLineId);
  await announceLines(tx, ctx.now, touched);
  const partyChanged = travellersDiffer(hold.party, plan.party);
  const booking = await refreshBooking(tx, hold.id, { quote, partyChanged, now: ctx.now });
  if (booking === 'too-late') throw new PaidMeanwhile();
  return done(null);
}

function refusalOfHold(
  hold: HoldRow,
  booking: string | undefined,
  now: Date,
): 'hold-expired' | 'hold-released' | 'already-booked' | null {
  if (hold.status === 'converted') return 'already-booked';
  if (hold.status === 'released') return 'hold-released';
  if (booking && booking !== 'awaiting_payment' && booking !== 'cancelled' && booking !== 'expired')
    return 'already-booked';
  return hold.status === 'expired' || hold.expiresAt <= now ? 'hold-expired' : null;
}

function planOf(
  hold: HoldRow,
  before: RevisionPlan,
  change: RevisionInput,
  sailings: readonly SailingForSale[],
  network: Network,
): RevisionPlan {
  const party = revisedParty(before.party, change.party);
  const legs = before.legs.map((leg) => {
    const operatorCode = sailings.find((each) => each.id === leg.sailingId)?.operator.code ?? '';
    const rules = { all: network.fareRules, operatorCode, placedAt: hold.createdAt };
    return revisedLeg(leg, party, change.legs ?? [], rules);
  });
  return { party, legs };
}

function refusalOfPlan(
  plan: RevisionPlan,
  sailings: readonly SailingForSale[],
  network: Network,
  now: Date,
): Extract<Revised, { ok: false }> | null {
  const withVehicle = plan.party.vehicles.length > 0;
  const trip = [];
  for (const { position, direction, sailingId } of plan.legs) {
    const sailing = sailings.find((each) => each.id === sailingId);
    if (!sailing) continue;
    const refusal = refusalToSell(sailing, withVehicle, now);
    if (refusal) return refuse(refusal, { sailingId });
    trip.push(tripLeg({ position, direction, sailing }));
  }
  // A vehicle is checked in earlier: with one, a change of ships that was possible on foot may not be any more.
  const short = shortTransfer(trip, withVehicle, network);
  if (short) return refuse('transfer-too-short', { ...short });
  const problems = planProblems(plan);
  return Object.keys(problems).length > 0 ? refuse('invalid-input', undefined, problems) : null;
}
