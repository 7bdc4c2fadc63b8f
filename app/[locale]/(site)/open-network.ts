import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { isLocale } from '@/lib/kernel/locale';
import { networkLines } from './network-lines';

/** What pages of the network show, in the language of their address; in any other there is no page. */
export async function openNetwork(params: Promise<{ readonly locale: string }>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return { locale, ...(await networkLines(locale)) };
}
