import { redirect } from 'next/navigation';
import { stepHref } from '@/components/booking/steps';
import { isLocale } from '@/lib/kernel/locale';
import type { StepParams } from './step';

/** A hold without a step begins with who travels. */
export default async function HoldPage({ params }: { params: StepParams }) {
  const { locale, holdId } = await params;
  redirect(stepHref(isLocale(locale) ? locale : 'fr', holdId, 'passengers'));
}
