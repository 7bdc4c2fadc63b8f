import { Font } from '@react-pdf/renderer';
import { beforeAll, describe, expect, it } from 'vitest';
import { invoiceContent } from '../invoice-content';
import { renderInvoice } from '../render';
import { exampleBooking } from '../testing/example-booking';
import { fontsReady, printed } from './fonts';

const issuedAt = new Date('2027-03-10T10:00:00Z');

beforeAll(async () => {
  const booking = exampleBooking();
  const sale = { booking, number: 'F-2027-000042', issuedAt, paidAt: issuedAt, portName: (c: string) => c };
  for (const locale of ['fr', 'en', 'it'] as const) {
    await renderInvoice(invoiceContent({ ...sale, locale }), issuedAt);
  }
});

describe('the faces of printed sheets', () => {
  it.each([400, 600, 700])(
    'know after any document what each letter of weight %i stands for',
    (fontWeight) => {
      const face = Font.getFont({ fontFamily: 'Familjen', fontWeight }).data;
      if (!face || !('characterSet' in face)) throw new Error('not loaded');
      const { glyphs } = face.layout('0123456789.,: -\u2212€·–’');
      const read = glyphs.flatMap((glyph: { codePoints: number[] }) => glyph.codePoints);
      expect(String.fromCodePoint(...read)).toBe('0123456789.,: -\u2212€·–’');
    },
  );

  it('print the languages of the product and names of the Latin script', async () => {
    const printable = await fontsReady();
    for (const text of ['É à ù ç œ « » ’ € – · ×', 'Wałęsa', 'Šimić', 'Öztürk', 'Perché è già']) {
      expect(printed(text, printable)).toBe(text);
    }
  });

  it('print the bare letter where they lack its mark, and never nothing', async () => {
    const printable = await fontsReady();
    expect(printed('e\u0301', printable)).toBe('é');
    expect(printed('Z\u0331ahra', printable)).toBe('Zahra');
    expect(printed('محمد', printable)).toBe('????');
    expect(printed('14\u00a0h', printable)).toBe('14\u00a0h');
  });
});
