import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TITLE_TEMPLATE } from '@/components/layout/page-title';
import { isLocale, LOCALES } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { familjen } from '../fonts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/site.css';

export const metadata: Metadata = {
  metadataBase: new URL(env.APP_URL),
  title: { default: 'Voilà Ferry', template: TITLE_TEMPLATE },
  icons: { icon: { url: '/glyph.svg', type: 'image/svg+xml' } },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6eddc' },
    { media: '(prefers-color-scheme: dark)', color: '#071b27' },
  ],
};

export function generateStaticParams() {
  return LOCALES.map((locale) => ({ locale }));
}

interface LayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ locale: string }>;
}

/** The root of every public page: language, font, ink and paper. */
export default async function Layout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale} className={familjen.variable}>
      <body>{children}</body>
    </html>
  );
}
