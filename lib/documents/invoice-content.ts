import type { SystemBooking } from '@/lib/booking/views';
import { formatCents, formatDay } from '@/lib/i18n/format';
import { lineLabel } from '@/lib/i18n/quote-lines';
import { translator } from '@/lib/i18n/translator';
import { localDateOf } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { type VatLeg, vatStatements } from './vat-rules';

export interface InvoiceLine {
  readonly what: string;
  readonly quantity: string;
  readonly unit: string;
  readonly total: string;
}

/** Everything an invoice or credit note says, in words: the sheet only sets it. */
export interface InvoiceContent {
  readonly locale: Locale;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
  readonly booking: readonly string[];
  readonly legs: readonly { readonly title: string; readonly lines: readonly InvoiceLine[] }[];
  readonly total: string;
  readonly paid: string;
  /** One sentence per reason: why there is none, or how much of the price is tax. */
  readonly vat: readonly string[];
  readonly texts: Readonly<
    Record<'seller' | 'buyer' | 'booking' | 'what' | 'quantity' | 'unit' | 'amount' | 'total' | 'vat', string>
  >;
}

interface Sale {
  readonly booking: SystemBooking;
  readonly locale: Locale;
  readonly number: string;
  readonly issuedAt: Date;
  readonly paidAt: Date | null;
  readonly portName: (code: string) => string;
}

/** Days on documents are those of the seller. */
const SELLER_ZONE = 'Europe/Paris';

/** The invoice of a paid trip: every line of its quote by leg. */
export function invoiceContent(sale: Sale): InvoiceContent {
  const { booking, locale, portName } = sale;
  const t = translator(locale, 'documents');
  const legs = booking.legs.map((leg) => ({
    title: t('invoice.leg', {
      from: portName(leg.from),
      to: portName(leg.to),
      day: formatDay(leg.departsAt, locale, 'long'),
      operator: leg.operator.name,
    }),
    lines: booking.quote.lines
      .filter((line) => line.leg === leg.position)
      .map((line) => ({
        what: lineLabel(line, locale),
        quantity: String(line.quantity),
        unit: formatCents(line.unitCents, locale),
        total: formatCents(line.totalCents, locale),
      })),
  }));
  return {
    ...common(sale, 'invoice', booking.quote.totalCents),
    legs,
    total: formatCents(booking.quote.totalCents, locale),
    paid: sale.paidAt ? t('invoice.paid', { day: dayOf(sale.paidAt, locale) }) : '',
  };
}

/** The credit note of a refund: one line that names the invoice it takes back from, or the payment where none was issued. */
export function creditNoteContent(
  sale: Sale & { readonly amountCents: number; readonly invoice: string | null },
): InvoiceContent {
  const { locale } = sale;
  const t = translator(locale, 'documents');
  const amount = formatCents(-sale.amountCents, locale);
  const line = {
    what: sale.invoice
      ? t('creditNote.line', { invoice: sale.invoice })
      : t('creditNote.lineUninvoiced', { day: dayOf(sale.paidAt ?? sale.issuedAt, locale) }),
    quantity: '1',
    unit: amount,
    total: amount,
  };
  return {
    ...common(sale, 'creditNote', -sale.amountCents),
    legs: [{ title: t('creditNote.leg', { reference: sale.booking.reference }), lines: [line] }],
    total: amount,
    paid: t('creditNote.paid'),
  };
}

function common(sale: Sale, kind: 'invoice' | 'creditNote', totalCents: number) {
  const { booking, locale } = sale;
  const t = translator(locale, 'documents');
  const lead = booking.passengers[0];
  return {
    locale,
    title: t(`${kind}.title`),
    number: sale.number,
    date: dayOf(sale.issuedAt, locale),
    seller: [
      env.SELLER_NAME,
      ...env.SELLER_ADDRESS.split(/, (.*)/).filter(Boolean),
      env.SELLER_REGISTRATION,
      t('invoice.vatNumber', { number: env.SELLER_VAT }),
    ],
    buyer: [lead ? `${lead.givenName} ${lead.familyName}` : '', booking.contact.email].filter(Boolean),
    booking: [booking.reference, t('invoice.passengers', { count: booking.passengers.length })],
    vat: vatStatements(vatLegs(booking, totalCents)).map(({ reason, rate, includedCents }) =>
      t(`vat.${reason}`, { rate, amount: formatCents(includedCents, locale) }),
    ),
    texts: {
      seller: t('invoice.seller'),
      buyer: t('invoice.buyer'),
      booking: t('invoice.booking'),
      what: t('invoice.what'),
      quantity: t('invoice.quantity'),
      unit: t('invoice.unit'),
      amount: t('invoice.amount'),
      total: t(`${kind}.total`),
      vat: t('vat.title'),
    },
  };
}

/** The legs with their part of an amount: of the whole price, or of what is given back. Cents. */
function vatLegs({ legs, quote }: SystemBooking, totalCents: number): VatLeg[] {
  const part = quote.totalCents === 0 ? 0 : totalCents / quote.totalCents;
  return legs.map(({ from, to, position }) => ({
    from,
    to,
    totalCents: Math.round((quote.legTotals[position] ?? 0) * part),
  }));
}

function dayOf(instant: Date, locale: Locale): string {
  return formatDay(localDateOf(instant, SELLER_ZONE), locale, 'numeric');
}
