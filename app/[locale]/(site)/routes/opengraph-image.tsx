import { translator } from '@/lib/i18n/translator';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { SHARE_SIZE, sharePicture } from '@/lib/seo/share-picture';

export const size = SHARE_SIZE;
export const contentType = 'image/png';

/** What is shown where this list is shared. */
export default async function Picture({ params }: { readonly params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const t = translator(isLocale(locale) ? locale : DEFAULT_LOCALE, 'line.lists.lines');
  return sharePicture({ title: t('title') });
}
