import type { CSSProperties, ReactNode } from 'react';

/* Mail clients know tables and inline styles, and little else. Colours: the day inks of app/styles/tokens.css. */
const FONT = "'Familjen Grotesk Variable','Familjen Grotesk',Avenir,'Segoe UI',Arial,sans-serif";
const INK = '#0a2a3a';
const INK_2 = '#46606b';

const text = (size: number, line: number, more: CSSProperties = {}): CSSProperties => ({
  fontFamily: FONT,
  margin: 0,
  fontSize: size,
  lineHeight: `${line}px`,
  color: INK,
  ...more,
});

interface FrameProps {
  readonly locale: string;
  readonly title: string;
  readonly preview: string;
  readonly siteUrl: string;
  readonly question: string;
  readonly children: ReactNode;
}

/** The letter: wordmark, the poster's edge, the message on a card, a line from a person. */
export function Frame({ locale, title, preview, siteUrl, question, children }: FrameProps) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
        <style>
          {
            '@media (max-width:620px){.pad{padding-left:20px!important;padding-right:20px!important}.h1{font-size:32px!important;line-height:36px!important}}'
          }
        </style>
      </head>
      <body style={{ margin: 0, padding: 0, background: '#f6eddc' }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <table
          role="presentation"
          width="100%"
          cellPadding={0}
          cellSpacing={0}
          style={{ background: '#f6eddc' }}
        >
          <tbody>
            <tr>
              <td align="center" style={{ padding: '24px 12px 40px' }}>
                <table
                  role="presentation"
                  width={600}
                  cellPadding={0}
                  cellSpacing={0}
                  style={{ width: '100%', maxWidth: 600 }}
                >
                  <tbody>
                    <tr>
                      <td className="pad" style={{ padding: '0 32px 20px' }}>
                        <a href={siteUrl}>
                          <img
                            src={`${siteUrl}/email/logo.png`}
                            width={140}
                            height={31}
                            alt="Voilà Ferry"
                            style={{ display: 'block', border: 0 }}
                          />
                        </a>
                      </td>
                    </tr>
                    <tr>
                      <td>
                        <img
                          src={`${siteUrl}/email/hero.png`}
                          width={600}
                          alt=""
                          style={{
                            display: 'block',
                            width: '100%',
                            height: 'auto',
                            border: 0,
                            borderRadius: '20px 20px 0 0',
                          }}
                        />
                      </td>
                    </tr>
                    <tr>
                      <td
                        className="pad"
                        style={{
                          background: '#fffaf0',
                          borderRadius: '0 0 20px 20px',
                          padding: '32px 32px 32px',
                        }}
                      >
                        {children}
                      </td>
                    </tr>
                    <tr>
                      <td className="pad" style={{ padding: '28px 32px 0' }}>
                        <p style={text(13, 20, { color: INK_2 })}>{question}</p>
                        <p style={text(13, 20, { color: INK_2 })}>Voilà Ferry</p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

export function Title({ children }: { readonly children: ReactNode }) {
  return (
    <h1 className="h1" style={text(40, 44, { margin: '0 0 12px', letterSpacing: '-1px', fontWeight: 700 })}>
      {children}
    </h1>
  );
}

export function Paragraph({ children }: { readonly children: ReactNode }) {
  return <p style={text(17, 26, { margin: '0 0 16px', color: INK_2 })}>{children}</p>;
}

export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 style={text(21, 26, { margin: '28px 0 10px' })}>{children}</h2>;
}

export function Badge({ children }: { readonly children: ReactNode }) {
  return (
    <p style={{ margin: '0 0 14px' }}>
      <span
        style={text(13, 18, {
          display: 'inline-block',
          background: '#d7e9d5',
          color: '#17603f',
          fontWeight: 600,
          padding: '5px 10px',
          borderRadius: 6,
        })}
      >
        {children}
      </span>
    </p>
  );
}

export function Button({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a
      href={href}
      style={text(17, 24, {
        display: 'block',
        background: '#b5371b',
        color: '#fff8ee',
        textDecoration: 'none',
        textAlign: 'center',
        fontWeight: 700,
        padding: '14px 20px',
        borderRadius: 12,
      })}
    >
      {children}
    </a>
  );
}

export function Reference({ label, reference }: { readonly label: string; readonly reference: string }) {
  return (
    <div style={{ textAlign: 'center', padding: '12px 0 20px' }}>
      <p style={text(13, 18, { color: INK_2 })}>{label}</p>
      <p style={text(26, 32, { fontWeight: 700, letterSpacing: '2px' })}>{reference}</p>
    </div>
  );
}

/** Rows of a label and a figure; the last one is the total. */
export function Sums({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        {rows.map(([label, figure], index) => {
          const total = index === rows.length - 1;
          const cell = {
            padding: '5px 0',
            ...(total && { borderTop: '2px solid #0a2a3a', paddingTop: 10, fontWeight: 700 }),
          };
          return (
            <tr key={label}>
              <td style={text(total ? 17 : 15, 22, { ...cell, color: total ? INK : INK_2 })}>{label}</td>
              <td align="right" style={text(total ? 20 : 15, 22, { ...cell, whiteSpace: 'nowrap' })}>
                {figure}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export interface CrossingFacts {
  readonly heading: string;
  readonly ship: string;
  readonly departure: { readonly time: string; readonly port: string; readonly day: string };
  readonly arrival: { readonly time: string; readonly port: string; readonly day: string };
  readonly duration: string;
}

/** The crossing, in what mail clients can draw: an hour, a line, an hour. */
export function Crossing({ heading, ship, departure, arrival, duration }: CrossingFacts) {
  const end = (side: CrossingFacts['departure'], align: 'left' | 'right') => (
    <td
      width="32%"
      valign="top"
      align={align}
      style={text(34, 36, { fontWeight: 700, letterSpacing: '-1px' })}
    >
      {side.time}
      <div style={text(15, 20, { fontWeight: 600, marginTop: 4, letterSpacing: 0 })}>{side.port}</div>
      <div style={text(13, 18, { color: INK_2, fontWeight: 400, letterSpacing: 0 })}>{side.day}</div>
    </td>
  );
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '8px 0 20px' }}>
      <tbody>
        <tr>
          <td colSpan={3} style={text(15, 20, { padding: '0 0 10px' })}>
            <b>{heading}</b> <span style={{ color: INK_2 }}>· {ship}</span>
          </td>
        </tr>
        <tr>
          {end(departure, 'left')}
          <td width="36%" align="center" valign="top" style={{ padding: '16px 10px 0' }}>
            <div style={{ borderTop: '2px solid #0b6070', fontSize: 0, lineHeight: 0 }}>&nbsp;</div>
            <div style={text(13, 18, { color: INK_2, marginTop: 6 })}>{duration}</div>
          </td>
          {end(arrival, 'right')}
        </tr>
      </tbody>
    </table>
  );
}
