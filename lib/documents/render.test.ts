import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { LOCALES } from '@/lib/kernel/locale';
import { creditNoteContent, invoiceContent } from './invoice-content';
import { fontsReady, printed } from './pdf/fonts';
import { exampleBooking, sailingsOf } from './testing/example-booking';
import { scanCode } from './testing/scan-code';
import { verifyTicket } from './verify-ticket-rules';

const booking = exampleBooking();
const issuedAt = new Date('2027-03-10T23:30:00Z');
const portName = (code: string) => code;

const sale = (locale: (typeof LOCALES)[number]) => ({
  booking,
  locale,
  number: 'F-2027-000042',
  issuedAt,
  paidAt: issuedAt,
  portName,
});

beforeAll(() => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  vi.stubEnv('TICKET_SIGNING_KEY', key);
  vi.resetModules();
});

describe('an invoice', () => {
  it('holds every line of the quote by leg, and its total', () => {
    const { legs, total } = invoiceContent(sale('fr'));
    expect(legs.map((leg) => leg.lines.length)).toEqual([3, 3]);
    expect(legs[0]?.lines[0]).toEqual({
      what: 'Adultes',
      quantity: '2',
      unit: '149,50\u00a0€',
      total: '299,00\u00a0€',
    });
    expect(total).toBe('1\u00a0286,00\u00a0€');
  });

  it('is dated by the calendar of the seller', () => {
    expect(invoiceContent(sale('fr')).date).toBe('11 mars 2027');
  });

  it.each(LOCALES)('says why it shows no VAT, in %s', (locale) => {
    const { vat } = invoiceContent(sale(locale));
    expect(vat).toHaveLength(1);
    expect(vat[0]).toMatch(/262, II, 8°/);
  });

  it('states the tax that is part of a domestic price, and gives it back with the price', () => {
    const inItaly = {
      ...booking,
      legs: booking.legs.map((leg) => ({ ...leg, from: 'ITGOA', to: 'ITOLB' })),
    };
    expect(invoiceContent({ ...sale('fr'), booking: inItaly }).vat[0]).toContain('116,91\u00a0€');
    const refund = { ...sale('fr'), booking: inItaly, amountCents: 64_300, invoice: 'F-2027-000042' };
    expect(creditNoteContent(refund).vat[0]).toContain('\u221258,45\u00a0€');
  });
});

describe('a credit note', () => {
  it('names the invoice it takes back from, or the payment where there was none', () => {
    const what = (invoice: string | null) =>
      creditNoteContent({ ...sale('fr'), amountCents: 128_600, invoice }).legs[0]?.lines[0]?.what;
    expect(what('F-2027-000041')).toContain('F-2027-000041');
    expect(what(null)).toBe('Remboursement du paiement du 11 mars 2027');
  });

  it.each(LOCALES)('takes off with a minus sign, which the faces have, in %s', async (locale) => {
    const { total, legs } = creditNoteContent({ ...sale(locale), amountCents: 128_600, invoice: null });
    for (const amount of [total, legs[0]?.lines[0]?.unit]) expect(amount).toMatch(/^\u22121.286.00\u00a0€$/);
    expect(printed(total, await fontsReady())).toBe(total);
  });
});

describe('a sheet', () => {
  // Four sheets are drawn, from modules loaded anew: on a busy machine that is no matter of five seconds.
  it('of the same row has the same bytes, so that a lost one can be made again', {
    timeout: 30_000,
  }, async () => {
    const { renderInvoice, renderTickets } = await import('./render');
    const { ticketContent } = await import('./ticket-content');
    const sheets = () =>
      Promise.all([
        renderInvoice(invoiceContent(sale('it')), issuedAt),
        renderTickets(ticketContent(booking, sailingsOf(booking), 'it'), issuedAt),
      ]);
    const [first, second] = [await sheets(), await sheets()];
    expect(first.map((bytes) => Buffer.from(bytes).toString('base64'))).toEqual(
      second.map((bytes) => Buffer.from(bytes).toString('base64')),
    );
  });

  it('of tickets has a panel for each passenger on each leg, each with a code of its own', async () => {
    const { ticketContent } = await import('./ticket-content');
    const { panels } = ticketContent(booking, sailingsOf(booking), 'fr');
    expect(panels.map((panel) => panel.count)).toEqual(
      Array.from({ length: 6 }, (_, i) => `Billet ${i + 1} sur 6`),
    );
    expect(new Set(panels.map((panel) => panel.qr.path)).size).toBe(6);
    expect(panels[0]?.checkIn[0][1]).toBe('14\u00a0h\u00a030');
  });

  it('of one crossing calls it neither way out nor way back', async () => {
    const { ticketContent } = await import('./ticket-content');
    const oneWay = exampleBooking({ legs: booking.legs.slice(0, 1) });
    const directions = (of: typeof booking) =>
      new Set(ticketContent(of, sailingsOf(of), 'fr').panels.map((panel) => panel.direction));
    expect(directions(oneWay)).toEqual(new Set(['Traversée']));
    expect(directions(booking)).toEqual(new Set(['Aller', 'Retour']));
  });

  it('of two ships of one way counts them, and calls neither the way back', async () => {
    const { ticketContent } = await import('./ticket-content');
    const legs = booking.legs.map((leg) => ({ ...leg, direction: 'outbound' as const }));
    const { panels } = ticketContent({ ...booking, legs }, sailingsOf(booking), 'fr');
    expect([...new Set(panels.map((panel) => panel.direction))]).toEqual(['1re traversée', '2e traversée']);
  });

  it('of tickets has codes that the accepted keys verify: this passenger on this leg', async () => {
    const { ticketContent } = await import('./ticket-content');
    const { acceptedTicketKeys } = await import('./ticket-code');
    const { panels } = ticketContent(booking, sailingsOf(booking), 'fr');
    const read = await Promise.all(
      panels.map(({ qr }) => verifyTicket(scanCode(qr) ?? '', acceptedTicketKeys())),
    );
    const signed = booking.legs.flatMap(({ position: leg, sailingId, departureDay }) =>
      booking.passengers.map(({ position: passenger }) => ({
        ok: true,
        value: { reference: booking.reference, passenger, leg, sailingId, departureDay },
      })),
    );
    expect(read).toEqual(signed);
  });

  it('names the day where one has to be at the port the day before', async () => {
    const { ticketContent } = await import('./ticket-content');
    const [first, ...others] = booking.legs;
    const early = exampleBooking({
      legs: [{ ...(first ?? booking.legs[0]), departsAt: '2027-07-14T00:30:00+02:00' } as never, ...others],
    });
    const [panel] = ticketContent(early, sailingsOf(early), 'fr').panels;
    expect(panel?.checkIn[0][1]).toBe('21\u00a0h\u00a030, mar. 13 juil.');
  });
});
