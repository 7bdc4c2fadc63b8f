import { locale as rootLocale } from 'next/root-params';
import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { loadMessages } from './messages';
import { PARSED } from './parsed-messages';

/**
 * What next-intl reads for each page: language and texts. All texts are drawn on the server. The language comes from
 * the address itself, so that no part of a static page, not even its not-found state, asks the request for it.
 */
export default getRequestConfig(async ({ locale: given }) => {
  const asked = given ?? (await rootLocale());
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  // What next-intl is given beside its settings goes to its translators: they find there what other pages have parsed.
  return { locale, messages: loadMessages(locale), timeZone: 'UTC', _cache: PARSED };
});
