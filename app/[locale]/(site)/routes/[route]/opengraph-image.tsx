import { notFound } from 'next/navigation';
import { formatCents } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import { isLocale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { SHARE_SIZE, sharePicture } from '@/lib/seo/share-picture';
import { readLine } from './line';

export const size = SHARE_SIZE;
export const contentType = 'image/png';

interface PictureProps {
  readonly params: Promise<{ locale: string; route: string }>;
}

/** What is shown where the page of a line is shared: the line and its lowest price. */
export default async function Picture({ params }: PictureProps) {
  const { locale, route } = await params;
  const line = isLocale(locale) ? await readLine(route, locale) : null;
  if (!isLocale(locale) || !line) notFound();
  const t = translator(locale, 'line');
  return sharePicture({
    kicker: t('kicker'),
    title: `${shortName(line.from, locale)} – ${shortName(line.to, locale)}`,
    label: line.prices
      ? t('facts.from', { price: formatCents(line.prices.low.totalCents, locale, { whole: true }) })
      : undefined,
  });
}
