import type { Context } from '@/lib/kernel/context';
import { open, seal } from '@/lib/privacy/seal';
import { type Draft, draftInput, holdIdInput } from './input';
import { readSealedDraft, rewriteDraft } from './repository';

/**
 * Keeps what a traveller has typed so far, sealed, with the hold; sections that are not given stay as they were.
 * Texts are cut to what the form could hold by the caller; throws zod's error on anything larger. False when the hold
 * is unknown or its booking is made. Works after the half hour too: what was typed is not lost with the places.
 */
export async function saveDraft(_ctx: Context, holdId: string, draft: Draft): Promise<boolean> {
  if (!holdIdInput.safeParse(holdId).success) return false;
  const given = draftInput.parse(draft);
  return rewriteDraft(holdId, (sealed) => mergedDraft(sealed, given));
}

/** The sealed draft with the sections that are given written over. */
export function mergedDraft(sealed: string | null, given: Draft): string {
  return seal(JSON.stringify({ ...openedDraft(sealed), ...given }));
}

/** What was typed so far; null when nothing was, or when it has been erased. */
export async function readDraft(_ctx: Context, holdId: string): Promise<Draft | null> {
  if (!holdIdInput.safeParse(holdId).success) return null;
  const sealed = await readSealedDraft(holdId);
  return sealed === null ? null : openedDraft(sealed);
}

/** What was typed, of the sealed draft; empty when nothing was. */
export function openedDraft(sealed: string | null): Draft {
  return sealed === null ? {} : draftInput.parse(JSON.parse(open(sealed)));
}
