import type { ReactNode } from 'react';
import { CARD, DRAWN, FOAM, INK_2, PAPER, RULES, text } from './style';

interface TableProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly style?: React.CSSProperties;
  readonly width?: number | string;
}

/** A table that only lays out: mail clients know nothing better. */
export function Table({ children, className, style, width = '100%' }: TableProps) {
  return (
    <table
      role="presentation"
      className={className}
      width={width}
      cellPadding={0}
      cellSpacing={0}
      style={style}
    >
      <tbody>{children}</tbody>
    </table>
  );
}

interface FrameProps {
  readonly locale: string;
  readonly title: string;
  readonly preview: string;
  readonly siteUrl: string;
  readonly question: string;
  /** Rows: `Sheet`, `Gap`, `Note`. */
  readonly children: ReactNode;
}

/** The letter: wordmark, what is said on cards, a line from a person. */
export function Frame({ locale, title, preview, siteUrl, question, children }: FrameProps) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{RULES}</style>
      </head>
      <body className="bg" style={{ margin: 0, padding: 0, background: PAPER }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <Table className="bg" style={{ background: PAPER }}>
          <tr>
            <td align="center" style={{ padding: '24px 12px 40px' }}>
              <Table width={600} style={{ width: '100%', maxWidth: 600, borderCollapse: 'separate' }}>
                <tr>
                  <td className="pad" style={{ padding: '0 32px 20px' }}>
                    <a href={siteUrl}>
                      <img
                        className="lg"
                        src={`${siteUrl}/email/logo.png`}
                        width={140}
                        height={31}
                        alt="Voilà Ferry"
                        style={{ display: 'block', border: 0 }}
                      />
                    </a>
                  </td>
                </tr>
                {children}
                <tr>
                  <td className="pad" style={{ padding: '28px 32px 0' }}>
                    <p className="i2" style={text(13, 20, { color: INK_2 })}>
                      {question}
                      <br />
                      Voilà Ferry
                    </p>
                  </td>
                </tr>
              </Table>
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

/** The edge of the poster above a sheet. For good news alone: the bear on its bow has no place in the other kind. */
export function Poster({ siteUrl }: { readonly siteUrl: string }) {
  return (
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
  );
}

/** A card of its own rows; `under` where a poster stands on it. */
export function Sheet({ under, children }: { readonly under?: boolean; readonly children: ReactNode }) {
  return (
    <tr>
      <td className="cd" style={{ background: CARD, borderRadius: under ? '0 0 20px 20px' : 20, padding: 0 }}>
        <Table>{children}</Table>
      </td>
    </tr>
  );
}

/** A row of a sheet with room around it. */
export function Part({ children, padding }: { readonly children: ReactNode; readonly padding: string }) {
  return (
    <tr>
      <td className="pad" style={{ padding }}>
        {children}
      </td>
    </tr>
  );
}

/** Where the ticket is torn: two punched holes and a dashed line. */
export function Perforation() {
  const hole = (radius: string) => (
    <td
      className="pp"
      width={12}
      style={{ width: 12, height: 24, background: PAPER, borderRadius: radius, ...DRAWN }}
    >
      &nbsp;
    </td>
  );
  return (
    <tr>
      <td style={{ padding: 0 }}>
        <Table>
          <tr>
            {hole('0 12px 12px 0')}
            <td style={{ padding: '0 8px' }}>
              <div className="ln" style={{ borderTop: '2px dashed #dccfb4', height: 0, ...DRAWN }}>
                &nbsp;
              </div>
            </td>
            {hole('12px 0 0 12px')}
          </tr>
        </Table>
      </td>
    </tr>
  );
}

export function Gap() {
  return (
    <tr>
      <td style={{ height: 16, ...DRAWN }}>&nbsp;</td>
    </tr>
  );
}

/** A card on foam: advice. */
export function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <tr>
      <td className="fm pad" style={{ background: FOAM, borderRadius: 20, padding: '28px 32px' }}>
        <h2 className="i1" style={text(21, 26, { margin: '0 0 10px' })}>
          {title}
        </h2>
        {children}
      </td>
    </tr>
  );
}
