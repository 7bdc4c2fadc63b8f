import { notFound } from 'next/navigation';
import { isLocale } from '@/lib/kernel/locale';
import { countryName, shortName } from '@/lib/network/port-name-rules';
import { listPorts } from '@/lib/network/queries';
import { SHARE_SIZE, sharePicture } from '@/lib/seo/share-picture';
import { portOfSlug } from '@/lib/seo/slug-rules';

export const size = SHARE_SIZE;
export const contentType = 'image/png';

interface PictureProps {
  readonly params: Promise<{ locale: string; port: string }>;
}

/** What is shown where the page of a port is shared. */
export default async function Picture({ params }: PictureProps) {
  const { locale, port: slug } = await params;
  const port = isLocale(locale) ? portOfSlug(slug, locale, await listPorts()) : null;
  if (!isLocale(locale) || !port) notFound();
  return sharePicture({ kicker: countryName(port.country, locale), title: shortName(port, locale) });
}
