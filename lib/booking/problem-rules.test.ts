import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { LOCALES } from '@/lib/kernel/locale';
import { NOTICE_CODES, PROBLEM_CODES } from './problem-rules';

/** All facts that any problem or notice carries, so that a text that needs another one shows. */
const FACTS = {
  age: 12,
  type: 'child',
  declared: 'adult',
  date: '14 juillet 2027',
  last: '2 août 2027',
  hours: 48,
  name: 'Camille',
  min: 1,
  max: 9,
};

describe('what can be wrong with a booking', () => {
  it('has a sentence in every language', () => {
    for (const locale of LOCALES) {
      const t = translator(locale, 'booking.problem');
      for (const code of PROBLEM_CODES) {
        expect([locale, code, t.has(code)]).toEqual([locale, code, true]);
        expect(t(code, FACTS)).not.toMatch(/booking\.(problem|notice)|[{}]/);
      }
      const notice = translator(locale, 'booking.notice');
      for (const code of NOTICE_CODES)
        expect(notice(code, FACTS)).not.toMatch(/booking\.(problem|notice)|[{}]/);
    }
  });
});
