import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/kernel/locale';
import { loadMessages } from './messages';

/** A translator whose keys are checked at run time: a text that lacks is an error in the log, never silence. */
export interface Translator {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

const known = new Map<string, Translator>();

/**
 * Texts of one namespace outside React: the API, e-mails, documents, jobs. Server only.
 * Pages use next-intl's own `getTranslations`.
 */
export function translator(locale: Locale, namespace: string): Translator {
  const key = `${locale}.${namespace}`;
  let t = known.get(key);
  if (!t || process.env.NODE_ENV !== 'production') {
    t = createTranslator({ locale, namespace, messages: loadMessages(locale) }) as unknown as Translator;
    known.set(key, t);
  }
  return t;
}
