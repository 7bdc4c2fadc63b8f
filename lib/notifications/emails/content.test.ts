import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleBooking, line, quoteOf, sailingsOf } from '@/lib/documents/testing/example-booking';
import { LOCALES, type Locale } from '@/lib/kernel/locale';
import type { LineCode } from '@/lib/pricing/types';
import { sumsOf } from './confirmation';
import { EMAIL_KINDS, type EmailKind, emailContent } from './content';
import { renderHtml, renderText } from './render';

const SITE = 'https://voila.example';
const booking = exampleBooking();

function compose(kind: EmailKind, locale: Locale, of = booking) {
  return emailContent(kind, of, sailingsOf(of), locale, SITE);
}

/** Cents of `1 103,51 €` in whatever language. */
const cents = (figure: string) => Number(figure.replaceAll(/\D/g, ''));

describe.each(LOCALES)('a letter in %s', (locale) => {
  it.each(EMAIL_KINDS)('of the kind %s leaves nothing unsaid, in HTML and in text', async (kind) => {
    const content = compose(kind, locale);
    const html = await renderHtml(content);
    const text = renderText(content);
    for (const part of [content.subject, html.replace(/<style>.*?<\/style>/s, ''), text]) {
      expect(part).not.toMatch(/[{}]|undefined|NaN|emails\.|\[object/);
    }
    expect(text).not.toMatch(/<\w|&\w+;/);
    expect(text).toContain('VF-7K2M4QX');
    expect(html).toContain(`lang="${locale}"`);
  });
});

describe('what a letter says', () => {
  it('leads to the page of the booking, or to a new search where there is no trip any more', () => {
    const page = `${SITE}/fr/bookings/VF-7K2M4QX/token-of-the-example`;
    for (const kind of ['confirmation', 'hold-ending', 'payment-failed', 'debit-failed'] as const) {
      expect(compose(kind, 'fr').button.href).toBe(page);
    }
    expect(compose('refunded', 'fr').button.href).toBe(`${SITE}/fr`);
    expect(renderText(compose('refunded', 'fr'))).not.toContain('token-of-the-example');
  });

  it('leads from money that comes back to the other departures, and says so in a sentence', () => {
    for (const statusReason of ['operator-refused', 'sold-out-after-hold']) {
      const content = compose('refunded', 'fr', exampleBooking({ statusReason }));
      expect(content.button).toEqual({
        href: `${SITE}/fr/bookings/VF-7K2M4QX/token-of-the-example#alternatives`,
        label: 'Voir les autres départs',
      });
      expect(content.paragraphs.at(-1)).toContain('D’autres départs avec de la place pour vous');
    }
    expect(compose('refunded', 'fr').paragraphs.join(' ')).not.toContain('autres départs');
  });

  it('says of a second payment how much of it comes back, and that the trip stands', () => {
    const of = (paidTwice: boolean) =>
      emailContent('money-back', booking, sailingsOf(booking), 'fr', SITE, {
        endsTrip: false,
        paidTwice,
        cents: 12_345,
      });
    expect(of(true).subject).toContain('123,45');
    expect(of(true).paragraphs.join(' ')).toContain('votre réservation ne change pas');
    expect(of(true).paragraphs.join(' ')).toContain('123,45');
    expect(of(false).paragraphs.join(' ')).not.toContain('deux paiements');
    expect(of(true).button.href).toContain('/fr/bookings/VF-7K2M4QX/');
  });

  it('says of a refund that failed whose money it is, that a person finds a way, and what became of the trip', () => {
    const of = (endsTrip: boolean, paidTwice: boolean) =>
      emailContent('refund-failed', booking, sailingsOf(booking), 'fr', SITE, {
        endsTrip,
        paidTwice,
        cents: 12_345,
      });
    for (const [content, trip] of [
      [of(true, false), 'n’a pas pu être confirmé'],
      [of(false, true), 'Votre réservation ne change pas'],
      [of(false, false), 'n’était plus attendu'],
    ] as const) {
      const words = content.paragraphs.join(' ');
      expect(content.subject).toContain('123,45');
      expect(words).toContain('123,45');
      expect(words).toContain(trip);
      expect(words).toContain('Cette somme est à vous');
      expect(content.button.href).toContain('/fr/bookings/VF-7K2M4QX/');
    }
  });

  it('keeps the poster with its bear for good news', () => {
    const posters = EMAIL_KINDS.filter((kind) => compose(kind, 'fr').poster);
    expect(posters).toEqual(['confirmation']);
  });

  it('names hours as the port reads them, and says whose they are', () => {
    const [lead] = compose('hold-ending', 'fr').paragraphs;
    expect(lead).toContain('11\u00a0h\u00a030 (heure de Marseille)');
    const [out, back] = compose('confirmation', 'fr').crossings;
    expect(out).toMatchObject({
      departure: { time: '17:30' },
      arrival: { time: '13:30' },
      later: '+1\u00a0jour',
    });
    expect(back?.later).toBe('');
    expect(compose('confirmation', 'fr').advice?.points[0]?.[1]).toContain('14\u00a0h\u00a030');
  });

  it('names a trip by its ends, and its ships in their order, where one changes', () => {
    const [toMarseille, toTunis] = booking.legs;
    const legs = [
      { ...toMarseille, from: 'FRBIA', to: 'FRMRS', direction: 'outbound' },
      { ...toTunis, from: 'FRMRS', to: 'TNLGN', direction: 'outbound' },
    ] as typeof booking.legs;
    const content = emailContent('confirmation', { ...booking, legs }, sailingsOf(booking), 'fr', SITE);
    expect(content.subject + content.preview).toContain('FRBIA – Tunis');
    expect(content.crossings.map(({ heading }) => heading)).toEqual(['1re traversée', '2e traversée']);
    expect(content.sums?.rows.map(([label]) => label).join()).not.toContain('Retour');
  });

  it('tells why a trip could not be kept', () => {
    const refused = exampleBooking({ statusReason: 'operator-refused' });
    expect(compose('refunded', 'fr', refused).paragraphs[0]).toContain('la compagnie n’a pas confirmé');
    const gone = exampleBooking({ statusReason: 'sold-out-after-hold' });
    expect(compose('refunded', 'fr', gone).paragraphs[0]).toContain('n’étaient plus disponibles');
  });

  it('counts every line of the price once', () => {
    const code = fc.constantFrom<LineCode>(
      'fare-adult',
      'vehicle-car',
      'vehicle-height',
      'pet',
      'cabin',
      'seat',
      'meal',
      'port-dues',
      'tunisia-levy',
      'ets',
    );
    const anyLine = fc.tuple(fc.nat(1), code, fc.integer({ min: 1, max: 9 }), fc.nat(90_000));
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1 }), (given) => {
        const lines = given.map((each) => line(...each));
        const { rows, total } = sumsOf({ ...booking, quote: quoteOf(lines, 2) }, 'fr');
        expect(rows.reduce((sum, [, figure]) => sum + cents(figure), 0)).toBe(cents(total[1]));
      }),
    );
  });
});
