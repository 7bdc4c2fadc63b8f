import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { type Draft, draftFrom } from '@/components/booking/form/draft';
import { type DocumentNeed, documentNeed } from '@/lib/booking/document-rules';
import { readDraft } from '@/lib/inventory/draft';
import { getHold } from '@/lib/inventory/queries';
import type { HoldView } from '@/lib/inventory/views';
import type { Context } from '@/lib/kernel/context';
import { isLocale, type Locale, type Localized } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import type { Port } from '@/lib/network/types';
import { guestContext } from '@/lib/platform/context';
import { findProblems, type StepProblems } from './problems';

/** Parameters of every step's address. */
export type StepParams = Promise<{ locale: string; holdId: string }>;
export type StepQuery = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** What every step reads anew from the server. */
export interface StepData {
  readonly ctx: Context;
  readonly locale: Locale;
  readonly hold: HoldView;
  readonly draft: Draft;
  readonly ports: ReadonlyMap<string, Port>;
  readonly portNames: ReadonlyMap<string, Localized>;
  /** True while the hold keeps its places. */
  readonly isOpen: boolean;
  /** Which travel document the trip needs. */
  readonly document: DocumentNeed;
  readonly problems: StepProblems;
}

/** Reads the hold of a step; an address that names none is not found. */
export async function openStep(params: StepParams): Promise<StepData> {
  const { locale, holdId } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const data = await readStep(locale, holdId);
  return data ?? notFound();
}

/** The same for an action: null when there is no such hold. */
export async function readStep(locale: Locale, holdId: string): Promise<StepData | null> {
  const ctx = guestContext(locale);
  const hold = await getHold(ctx, holdId);
  if (!hold) return null;
  const [kept, list] = await Promise.all([readDraft(ctx, holdId), listPorts()]);
  const ports = new Map(list.map((port) => [port.code, port]));
  const country = (code: string) => ports.get(code)?.country ?? code.slice(0, 2);
  const size = { passengers: hold.party.passengers.length, vehicles: hold.party.vehicles.length };
  const draft = draftFrom(kept, size);
  const document = documentNeed(hold.legs.map((leg) => ({ from: country(leg.from), to: country(leg.to) })));
  return {
    ctx,
    locale,
    hold,
    draft,
    ports,
    portNames: new Map(list.map((port) => [port.code, port.names])),
    isOpen: hold.status === 'active' && new Date(hold.expiresAt) > ctx.now,
    document,
    problems: await findProblems(ctx, hold, draft, document.required),
  };
}

/** One value of a query parameter. */
export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
