import type { ReactNode } from 'react';
import { Table } from './frame';
import { ACT, ACT_INK, DRAWN, INK_2, LINE, SEA, text } from './style';

export function Title({ children }: { readonly children: ReactNode }) {
  return (
    <h1
      className="h1 i1"
      style={text(42, 44, { margin: '0 0 12px', letterSpacing: '-1px', fontWeight: 700 })}
    >
      {children}
    </h1>
  );
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return (
    <p className="i2" style={text(17, 26, { margin: '0 0 8px', color: INK_2 })}>
      {children}
    </p>
  );
}

export function Badge({ children }: { readonly children: ReactNode }) {
  const looks = text(13, 18, {
    display: 'inline-block',
    background: '#d7e9d5',
    color: '#17603f',
    fontWeight: 600,
    padding: '5px 10px',
    borderRadius: 6,
  });
  return (
    <p style={{ margin: '0 0 14px' }}>
      <span className="sf" style={looks}>
        {children}
      </span>
    </p>
  );
}

export function Button({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const looks = text(17, 24, {
    display: 'block',
    background: ACT,
    color: '#fff8ee',
    textDecoration: 'none',
    textAlign: 'center',
    fontWeight: 700,
    padding: '16px 24px',
    borderRadius: 12,
  });
  return (
    <a className="bt" href={href} style={looks}>
      {children}
    </a>
  );
}

export function Reference({ label, reference }: { readonly label: string; readonly reference: string }) {
  return (
    <>
      <p className="i2" style={text(13, 18, { margin: '0 0 4px', color: INK_2, textAlign: 'center' })}>
        {label}
      </p>
      <p
        className="i1"
        style={text(26, 30, {
          margin: '0 0 20px',
          fontWeight: 700,
          letterSpacing: '2px',
          textAlign: 'center',
        })}
      >
        {reference}
      </p>
    </>
  );
}

interface SumsProps {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, figure: string])[];
  readonly total: readonly [label: string, figure: string];
}

/** Amounts in a column, and what they make together. */
export function Sums({ title, rows, total }: SumsProps) {
  const last = { borderTop: `2px solid ${LINE}`, padding: '14px 0 0', fontWeight: 700 };
  return (
    <>
      <h2 className="i1" style={text(21, 26, { margin: '0 0 10px' })}>
        {title}
      </h2>
      <Table>
        {rows.map(([label, figure]) => (
          <tr key={label}>
            <td className="i2" style={text(15, 22, { padding: '5px 12px 5px 0', color: INK_2 })}>
              {label}
            </td>
            <td
              className="i1"
              align="right"
              valign="top"
              style={text(15, 22, { padding: '5px 0', fontWeight: 500, whiteSpace: 'nowrap' })}
            >
              {figure}
            </td>
          </tr>
        ))}
        <tr>
          <td className="i1 ln" style={text(17, 24, last)}>
            {total[0]}
          </td>
          <td className="i1 ln" align="right" style={text(24, 28, { ...last, whiteSpace: 'nowrap' })}>
            {total[1]}
          </td>
        </tr>
      </Table>
    </>
  );
}

export interface CrossingFacts {
  readonly heading: string;
  readonly ship: string;
  readonly departure: { readonly time: string; readonly port: string; readonly day: string };
  readonly arrival: { readonly time: string; readonly port: string; readonly day: string };
  readonly duration: string;
  /** « +1 jour », empty on the same day. */
  readonly later: string;
}

/** The crossing, in what mail clients can draw: an hour, a dotted line between two harbours, an hour. */
export function Crossing({ heading, ship, departure, arrival, duration, later }: CrossingFacts) {
  return (
    <Table style={{ borderCollapse: 'collapse' }}>
      <tr>
        <td colSpan={3} className="i1" style={text(15, 20, { padding: '0 0 14px' })}>
          <b>{heading}</b>{' '}
          <span className="i2" style={{ color: INK_2 }}>
            · {ship}
          </span>
        </td>
      </tr>
      <tr>
        <Hour time={departure.time} align="left" />
        <td
          width="36%"
          align="center"
          valign="middle"
          className="i2"
          style={text(13, 18, { color: INK_2, padding: '0 8px' })}
        >
          {duration}
          <Waterline />
          {later && (
            <b className="ac" style={{ color: ACT_INK }}>
              {later}
            </b>
          )}
        </td>
        <Hour time={arrival.time} align="right" />
      </tr>
      <tr>
        <td colSpan={3}>
          <Table>
            <tr>
              <Place {...departure} align="left" />
              <Place {...arrival} align="right" />
            </tr>
          </Table>
        </td>
      </tr>
    </Table>
  );
}

function Hour({ time, align }: { readonly time: string; readonly align: 'left' | 'right' }) {
  return (
    <td
      width="32%"
      align={align}
      valign="top"
      className="hour i1"
      style={text(34, 36, { fontWeight: 700, letterSpacing: '-1px' })}
    >
      {time}
    </td>
  );
}

interface PlaceProps {
  readonly port: string;
  readonly day: string;
  readonly align: 'left' | 'right';
}

function Place({ port, day, align }: PlaceProps) {
  return (
    <td width="50%" align={align} valign="top" className="i1" style={text(15, 20, { paddingTop: 4 })}>
      {port}
      <br />
      <span className="i2" style={{ fontSize: 13, color: INK_2 }}>
        {day}
      </span>
    </td>
  );
}

function Waterline() {
  return (
    <Table>
      <tr>
        <td width={11} style={DRAWN}>
          <div className="mk" style={{ width: 7, height: 7, border: `2px solid ${SEA}`, borderRadius: 9 }} />
        </td>
        <td className="mk" style={{ borderBottom: `2px dotted ${SEA}`, height: 6, ...DRAWN }}>
          &nbsp;
        </td>
        <td width={11} style={DRAWN}>
          <div className="mk mb" style={{ width: 11, height: 11, background: SEA, borderRadius: 9 }} />
        </td>
      </tr>
    </Table>
  );
}
