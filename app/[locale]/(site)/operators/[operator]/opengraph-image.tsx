import { notFound } from 'next/navigation';
import { translator } from '@/lib/i18n/translator';
import { isLocale } from '@/lib/kernel/locale';
import { readNetwork } from '@/lib/network/queries';
import { SHARE_SIZE, sharePicture } from '@/lib/seo/share-picture';
import { operatorOfSlug } from '@/lib/seo/slug-rules';

export const size = SHARE_SIZE;
export const contentType = 'image/png';

interface PictureProps {
  readonly params: Promise<{ locale: string; operator: string }>;
}

/** What is shown where the page of an operator is shared: its name in our face, never its logo. */
export default async function Picture({ params }: PictureProps) {
  const { locale, operator: slug } = await params;
  const operator = operatorOfSlug(slug, [...(await readNetwork()).operators.values()]);
  if (!isLocale(locale) || !operator) notFound();
  return sharePicture({ kicker: translator(locale, 'line')('kicker'), title: operator.name });
}
