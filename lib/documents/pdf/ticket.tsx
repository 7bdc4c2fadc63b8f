import { Circle, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import type { ComponentProps } from 'react';
import type { Fact, TicketContent, TicketPanel } from '../ticket-content';
import { Sheet } from './sheet';
import { ACT, CARD, FOAM, INK, INK_2, LINE, SEA, styles } from './style';

const s = StyleSheet.create({
  panel: {
    flexDirection: 'row',
    borderWidth: 1,
    borderColor: LINE,
    borderRadius: 14,
    backgroundColor: CARD,
    marginBottom: 10,
    fontSize: 10,
    lineHeight: 1.3,
  },
  main: { flex: 1, paddingHorizontal: 16, paddingVertical: 11 },
  stub: {
    width: 168,
    padding: 12,
    alignItems: 'center',
    justifyContent: 'center',
    borderLeftWidth: 1.5,
    borderLeftColor: LINE,
    borderLeftStyle: 'dashed',
  },
  cross: { flexDirection: 'row', marginTop: 7, marginBottom: 8 },
  hour: { fontSize: 26, fontWeight: 700, lineHeight: 1 },
  mid: { flex: 1, alignItems: 'center', paddingHorizontal: 12, paddingTop: 2 },
  later: { fontSize: 8.5, color: ACT, fontWeight: 600 },
  facts: { flexDirection: 'row', flexWrap: 'wrap', rowGap: 4 },
  fact: { width: '50%', paddingRight: 8 },
  checkIn: {
    flexDirection: 'row',
    marginTop: 8,
    paddingVertical: 6,
    paddingHorizontal: 10,
    backgroundColor: FOAM,
    borderRadius: 8,
  },
  when: { width: 92, paddingRight: 8 },
  where: { flex: 1 },
  qr: { backgroundColor: '#ffffff', borderRadius: 6 },
  bring: { padding: 16, marginTop: 2, backgroundColor: FOAM, borderRadius: 14 },
});

/** The e-tickets, A4: a panel per passenger and leg, torn off along the dashes; the code is black on white. */
export function TicketPdf({
  content,
  issuedAt,
}: {
  readonly content: TicketContent;
  readonly issuedAt: Date;
}) {
  return (
    <Sheet
      title={content.title}
      name={content.reference}
      author="Voilà Ferry"
      language={content.locale}
      issuedAt={issuedAt}
    >
      <Text style={[styles.muted, { marginBottom: 14 }]}>{content.lead}</Text>
      {content.panels.map((panel) => (
        <Panel key={panel.id} panel={panel} />
      ))}
      <View style={s.bring} wrap={false}>
        <Text style={styles.h2}>{content.bring.title}</Text>
        {content.bring.points.map((point) => (
          <View key={point} style={{ flexDirection: 'row', marginTop: 2 }}>
            <Text style={{ width: 12 }}>–</Text>
            <Text style={{ flex: 1 }}>{point}</Text>
          </View>
        ))}
        <Text style={[styles.small, styles.muted, { marginTop: 8 }]}>{content.bring.note}</Text>
      </View>
      <View style={styles.foot} fixed>
        <Text>Voilà Ferry · {content.reference}</Text>
        <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
      </View>
    </Sheet>
  );
}

function Panel({ panel }: { readonly panel: TicketPanel }) {
  return (
    <View style={s.panel} wrap={false}>
      <View style={s.main}>
        <View style={styles.row}>
          <Text>
            <Text style={styles.bold}>{panel.operator}</Text>
            <Text style={styles.muted}> · {panel.ship}</Text>
          </Text>
          <Text style={[styles.bold, { color: SEA }]}>{panel.direction}</Text>
        </View>
        <View style={s.cross}>
          <End {...panel.from} />
          <View style={s.mid}>
            <Waterline />
            <Text style={[styles.small, styles.muted]}>{panel.duration}</Text>
          </View>
          <End {...panel.to} right />
        </View>
        <View style={{ marginBottom: 6 }}>
          <Text style={{ fontSize: 13, fontWeight: 700, lineHeight: 1.2 }}>{panel.passenger}</Text>
          <Text style={[styles.small, styles.muted]}>{panel.kind}</Text>
        </View>
        <View style={s.facts}>
          {panel.facts.map((fact) => (
            <FactCell key={fact[0]} fact={fact} style={s.fact} />
          ))}
        </View>
        <View style={s.checkIn}>
          <FactCell fact={panel.checkIn[0]} style={s.when} large />
          <FactCell fact={panel.checkIn[1]} style={s.where} />
        </View>
      </View>
      <View style={s.stub}>
        <View style={s.qr}>
          <Svg viewBox={`0 0 ${panel.qr.size} ${panel.qr.size}`} style={{ width: 136, height: 136 }}>
            <Path d={panel.qr.path} fill="#000000" />
          </Svg>
        </View>
        <Text style={[styles.bold, { marginTop: 8, textAlign: 'center' }]}>{panel.passenger}</Text>
        <Text style={[styles.small, styles.muted, { textAlign: 'center' }]}>{panel.count}</Text>
      </View>
    </View>
  );
}

interface FactCellProps {
  readonly fact: Fact;
  readonly style: ComponentProps<typeof View>['style'];
  readonly large?: boolean;
}

function FactCell({ fact: [label, value], style, large }: FactCellProps) {
  return (
    <View style={style}>
      <Text style={[styles.small, styles.muted]}>{label}</Text>
      <Text style={large ? { fontSize: 13, fontWeight: 700, lineHeight: 1.2 } : { fontWeight: 600 }}>
        {value}
      </Text>
    </View>
  );
}

interface EndProps {
  readonly port: string;
  readonly time: string;
  readonly day: string;
  readonly later?: string;
  readonly right?: boolean;
}

function End({ port, time, day, later, right }: EndProps) {
  const align = right ? ('right' as const) : ('left' as const);
  return (
    <View style={{ alignItems: right ? 'flex-end' : 'flex-start', maxWidth: 120 }}>
      <Text style={s.hour}>{time}</Text>
      <Text style={{ fontWeight: 600, marginTop: 3, textAlign: align }}>{port}</Text>
      <Text style={[styles.small, styles.muted]}>
        {later ? <Text style={s.later}>{later} </Text> : null}
        {day}
      </Text>
    </View>
  );
}

function Waterline() {
  return (
    <Svg viewBox="0 0 120 26" style={{ width: 110, height: 24 }}>
      <Circle cx={5} cy={20} r={3.2} stroke={SEA} strokeWidth={1.4} fill="none" />
      <Circle cx={115} cy={20} r={3.8} fill={SEA} />
      <Path
        d="M10 20q4-3 8 0t8 0q4-3 8 0t8 0q4-3 8 0t8 0q4-3 8 0t8 0q4-3 8 0t8 0q4-3 8 0t8 0"
        stroke={SEA}
        strokeWidth={1.4}
        fill="none"
      />
      <Path d="M51 8V2h4v6z" fill={ACT} />
      <Path d="M47 12V8h16l4 4zM43 13h32l-4 6H47q-2 0-4-6z" fill={INK} stroke={INK_2} strokeWidth={0} />
    </Svg>
  );
}
