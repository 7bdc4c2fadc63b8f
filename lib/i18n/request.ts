import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { loadMessages } from './messages';

/** What next-intl reads for each page: language and texts. All texts are drawn on the server. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  return { locale, messages: loadMessages(locale), timeZone: 'UTC' };
});
