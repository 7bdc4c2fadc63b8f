import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@/lib/kernel/locale';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { formatCents, formatDay, formatDuration } from './format';
import { loadMessages, type Messages } from './messages';
import { cabinName, lineLabel } from './quote-lines';

function paths(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? paths(value as Messages, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function texts(messages: Messages): string[] {
  return Object.values(messages).flatMap((value) =>
    typeof value === 'object' && value !== null ? texts(value as Messages) : [String(value)],
  );
}

describe('messages', () => {
  it('say the same things in all languages', () => {
    const french = paths(loadMessages('fr')).sort();
    for (const locale of LOCALES) expect(paths(loadMessages(locale)).sort()).toEqual(french);
  });

  it('have no empty text, and no exclamation mark', () => {
    for (const locale of LOCALES) {
      for (const text of texts(loadMessages(locale))) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/!/);
      }
    }
  });

  it('are all well-formed', () => {
    for (const locale of LOCALES) {
      const messages = loadMessages(locale);
      const broken: string[] = [];
      const t = createTranslator({
        locale,
        messages,
        onError: (error) => {
          if (error.code === 'INVALID_MESSAGE' || error.code === 'MISSING_MESSAGE')
            broken.push(error.message);
        },
      }) as unknown as (key: string) => string;
      for (const path of paths(messages)) t(path);
      expect(broken).toEqual([]);
    }
  });

  it('in French never let a line break before : ; ? € %', () => {
    for (const text of texts(loadMessages('fr'))) expect(text).not.toMatch(/[^\s\u00a0:/?]?[ ][:;?€%](\s|$)/);
  });
});

describe('messages in English and Italian', () => {
  it.each(['en', 'it'] as const)('set no space before a percent sign, in %s', (locale) => {
    expect(texts(loadMessages(locale)).filter((text) => /\s%/.test(text))).toEqual([]);
  });
});

describe('messages in Italian', () => {
  it('say tu, on pages, in letters and on tickets alike', () => {
    const voi = /\b(vostr[aeio]|avete|avevate|siete|potete|dovete|volete|\p{L}{3,}(atevi|etevi|itevi))\b/iu;
    expect(texts(loadMessages('it')).filter((text) => voi.test(text))).toEqual([]);
  });
});

describe('lines of a quote', () => {
  it('have a name in every language', () => {
    const line = { leg: 0, quantity: 2, unitCents: 100, totalCents: 200 };
    for (const locale of LOCALES) {
      for (const type of VEHICLE_TYPES) {
        expect(lineLabel({ ...line, code: `vehicle-${type}` }, locale)).not.toContain('pricing.');
      }
    }
    expect(lineLabel({ ...line, code: 'fare-adult' }, 'fr')).toBe('Adultes');
    expect(lineLabel({ ...line, code: 'fare-adult', quantity: 1 }, 'it')).toBe('Adulto');
    expect(lineLabel({ ...line, code: 'vehicle-accessory', detail: 'roof-box' }, 'en')).toBe('Roof box');
    expect(cabinName('outside-2', 'fr')).toBe('Extérieure, 2 lits');
  });
});

describe('figures', () => {
  it('put the currency after the figure, with a space that does not break', () => {
    expect(formatCents(174916, 'fr')).toBe('1\u00a0749,16\u00a0€');
    expect(formatCents(174916, 'en')).toBe('1,749.16\u00a0€');
    expect(formatCents(66900, 'it', { whole: true })).toBe('669\u00a0€');
    expect(formatCents(66901, 'fr', { whole: true })).toBe('670\u00a0€');
  });

  it('say the first of a month as it is read out: 1er in French, 1º in Italian prose', () => {
    const styles = ['short', 'medium', 'long', 'numeric'] as const;
    const first = (locale: Locale) => styles.map((style) => formatDay('2027-07-01', locale, style));
    expect(first('fr')).toEqual([
      'jeu. 1er juil.',
      'jeudi 1er juillet',
      'jeudi 1er juillet 2027',
      '1er juillet 2027',
    ]);
    expect(first('it')).toEqual([
      'gio 1 lug',
      'giovedì 1º luglio',
      'giovedì 1º luglio 2027',
      '1º luglio 2027',
    ]);
    expect(formatDay('2027-07-01', 'en', 'numeric')).toBe('1 July 2027');
    for (const day of ['2027-07-11', '2027-07-21', '2027-07-31'])
      expect(formatDay(day, 'fr', 'numeric')).toBe(`${Number(day.slice(8))} juillet 2027`);
  });

  it('say days and durations as people do', () => {
    expect(formatDay('2027-07-14', 'fr')).toBe('mer. 14 juil.');
    expect(formatDay('2027-07-14T17:30:00+02:00', 'en', 'medium')).toBe('Wednesday 14 July');
    expect(formatDuration(1290, 'fr')).toBe('21\u00a0h\u00a030');
    expect(formatDuration(1260, 'it')).toBe('21\u00a0h');
    expect(formatDuration(40, 'fr')).toBe('40\u00a0min');
  });
});
