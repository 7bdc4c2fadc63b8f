import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { InvoiceContent, InvoiceLine } from '../invoice-content';
import { Sheet } from './sheet';
import { FOAM, INK, LINE, styles } from './style';

const s = StyleSheet.create({
  parties: { flexDirection: 'row', gap: 32, marginBottom: 18 },
  party: { flex: 1 },
  table: { borderTopWidth: 1, borderTopColor: INK },
  head: {
    flexDirection: 'row',
    paddingVertical: 6,
    borderBottomWidth: 1,
    borderBottomColor: LINE,
    fontSize: 8.5,
  },
  line: { flexDirection: 'row', paddingVertical: 2, borderBottomWidth: 0.5, borderBottomColor: LINE },
  leg: { paddingTop: 8, paddingBottom: 3, fontWeight: 700 },
  what: { flex: 1, paddingRight: 12 },
  n: { width: 50, textAlign: 'right' },
  unit: { width: 80, textAlign: 'right' },
  sum: { width: 90, textAlign: 'right' },
  total: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'center',
    paddingTop: 10,
    marginTop: 4,
    borderTopWidth: 1.5,
    borderTopColor: INK,
  },
  // Takes all the room there is: a text as wide as itself may be broken by a rounding.
  totalSum: { flex: 1, fontSize: 20, fontWeight: 700, lineHeight: 1.1, textAlign: 'right' },
  note: { marginTop: 12, padding: 10, backgroundColor: FOAM, borderRadius: 8 },
});

/** The invoice or credit note, A4: who sells, who buys, every amount, and what the law wants said. */
export function InvoicePdf({
  content,
  issuedAt,
}: {
  readonly content: InvoiceContent;
  readonly issuedAt: Date;
}) {
  const { texts } = content;
  return (
    <Sheet
      title={content.title}
      name={content.number}
      date={content.date}
      author={content.seller[0]}
      language={content.locale}
      issuedAt={issuedAt}
    >
      <View style={s.parties}>
        <Party title={texts.seller} lines={content.seller} />
        <Party title={texts.buyer} lines={content.buyer} />
        <Party title={texts.booking} lines={content.booking} />
      </View>
      <View style={s.table}>
        <View style={[s.head, styles.muted]} fixed>
          <Text style={s.what}>{texts.what}</Text>
          <Text style={s.n}>{texts.quantity}</Text>
          <Text style={s.unit}>{texts.unit}</Text>
          <Text style={s.sum}>{texts.amount}</Text>
        </View>
        {content.legs.map((leg) => (
          <View key={leg.title}>
            <Text style={s.leg} minPresenceAhead={40}>
              {leg.title}
            </Text>
            {leg.lines.map((line) => (
              <Line key={`${line.what} ${line.unit} ${line.quantity}`} line={line} />
            ))}
          </View>
        ))}
      </View>
      <View wrap={false}>
        <View style={s.total}>
          <Text style={[styles.bold, { fontSize: 12 }]}>{texts.total}</Text>
          <Text style={s.totalSum}>{content.total}</Text>
        </View>
        <Text style={[styles.muted, { marginTop: 4, textAlign: 'right' }]}>{content.paid}</Text>
        <View style={s.note}>
          <Text style={styles.bold}>{texts.vat}</Text>
          {content.vat.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </View>
      </View>
      <View style={styles.foot} fixed>
        <Text>{`${content.title} ${content.number} · ${content.seller[0]}`}</Text>
        <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
      </View>
    </Sheet>
  );
}

function Party({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <View style={s.party}>
      <Text style={[styles.small, styles.muted]}>{title}</Text>
      {lines.map((line, index) => (
        <Text key={line} style={index === 0 ? styles.bold : undefined}>
          {line}
        </Text>
      ))}
    </View>
  );
}

function Line({ line }: { readonly line: InvoiceLine }) {
  return (
    <View style={s.line} wrap={false}>
      <Text style={s.what}>{line.what}</Text>
      <Text style={s.n}>{line.quantity}</Text>
      <Text style={s.unit}>{line.unit}</Text>
      <Text style={s.sum}>{line.total}</Text>
    </View>
  );
}
