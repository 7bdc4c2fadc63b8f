import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ImageResponse } from 'next/og';

/** What previews of links show, wherever one is sent. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** As long as the page itself is kept: the price on the picture is the page's. */
const CACHE = 'public, max-age=900, s-maxage=900, stale-while-revalidate=3600';
const INK = '#0a2a3a';
const SKY = '#f7dcb4';
const HARISSA = '#b5371b';
const ON_HARISSA = '#fff8ee';

interface ShareText {
  readonly kicker?: string;
  readonly title: string;
  /** In a label of its own: the price, when there is one. */
  readonly label?: string | undefined;
}

let parts: ReturnType<typeof loadParts> | undefined;

/** The poster with a title and a price on it, as a PNG. Fonts and art are our own files. */
export async function sharePicture({ kicker, title, label }: ShareText): Promise<ImageResponse> {
  parts ??= loadParts();
  const { poster, logo, fonts } = await parts;
  return new ImageResponse(
    <div
      style={{
        display: 'flex',
        position: 'relative',
        width: '100%',
        height: '100%',
        background: SKY,
        color: INK,
        fontFamily: 'Familjen',
      }}
    >
      {/* biome-ignore lint/a11y/useAltText: it is drawn into the picture. */}
      <img src={poster} {...SHARE_SIZE} style={{ position: 'absolute' }} />
      <div style={{ display: 'flex', flexDirection: 'column', padding: '48px 64px', width: '100%' }}>
        {/* biome-ignore lint/a11y/useAltText: it is drawn into the picture. */}
        <img src={logo} width={216} height={48} />
        {kicker && <div style={{ fontSize: 36, fontWeight: 600, marginTop: 36 }}>{kicker}</div>}
        <div
          style={{
            fontSize: title.length > 24 ? 72 : 92,
            fontWeight: 700,
            lineHeight: 1,
            letterSpacing: '-0.03em',
            marginTop: kicker ? 4 : 40,
            maxWidth: 1000,
          }}
        >
          {title}
        </div>
        {label && (
          <div
            style={{
              display: 'flex',
              alignSelf: 'flex-start',
              marginTop: 28,
              padding: '12px 28px',
              borderRadius: 16,
              background: HARISSA,
              color: ON_HARISSA,
              fontSize: 40,
              fontWeight: 700,
            }}
          >
            {label}
          </div>
        )}
      </div>
    </div>,
    { ...SHARE_SIZE, fonts, headers: { 'cache-control': CACHE } },
  );
}

async function loadParts() {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const faces = path.join(
    path.dirname(require.resolve('@fontsource/familjen-grotesk/package.json')),
    'files',
  );
  const art = async (name: string) => {
    const png = await readFile(path.join(process.cwd(), 'public', name));
    return `data:image/png;base64,${png.toString('base64')}`;
  };
  const face = async (weight: 600 | 700) => ({
    name: 'Familjen',
    weight,
    data: await readFile(path.join(faces, `familjen-grotesk-latin-${weight}-normal.woff`)),
  });
  const [poster, logo, ...fonts] = await Promise.all([
    art('share/poster.png'),
    art('email/logo.png'),
    face(600),
    face(700),
  ]);
  return { poster, logo, fonts };
}
