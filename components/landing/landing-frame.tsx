import type { ReactNode } from 'react';
import { HeroArt } from '@/components/layout/hero-art';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { StructuredData } from '@/components/seo/structured-data';
import { translator } from '@/lib/i18n/translator';
import { localDateOf } from '@/lib/kernel/dates';
import type { Locale, Localized } from '@/lib/kernel/locale';
import { LIST_PATHS, type ListName } from '@/lib/seo/slug-rules';
import { breadcrumbs, type Thing } from '@/lib/seo/structured-data-rules';
import { Trail } from './trail';

interface LandingFrameProps {
  /** Address of the site. */
  readonly site: string;
  readonly locale: Locale;
  readonly at: Date;
  /** The page in every language, the language in it. */
  readonly paths: Localized;
  /** The list that the page is, or belongs to. */
  readonly list: ListName;
  /** Where the page stands in the list; a list itself has none. */
  readonly name?: string;
  readonly title: ReactNode;
  readonly lead?: string;
  /** With the poster behind the title; the parts then take the whole width. */
  readonly isPoster?: boolean;
  /** What it says of itself to machines, beside the way to it. */
  readonly things?: readonly Thing[];
  readonly children: ReactNode;
}

/** A still page of the network: where it stands, its title, its parts. */
export function LandingFrame(props: LandingFrameProps) {
  const { site, locale, at, paths, list, name, title, lead, isPoster, things = [], children } = props;
  const t = translator(locale, 'line.trail');
  const trail = [
    { name: t('home'), path: `/${locale}` },
    { name: t(list), path: `/${locale}${LIST_PATHS[list]}` },
    ...(name ? [{ name, path: paths[locale] }] : []),
  ];
  const head = (
    <>
      <Trail label={t('label')} steps={trail} />
      <h1>{title}</h1>
    </>
  );
  return (
    <>
      <SiteHeader paths={paths} current="network" />
      <main id="contenu" data-still>
        {isPoster ? (
          <div className="rh">
            <HeroArt />
            <div className="rh__t">{head}</div>
          </div>
        ) : (
          <div className="wrap lh">
            {head}
            {lead && <p className="muted">{lead}</p>}
          </div>
        )}
        {isPoster ? children : <div className="wrap section--s">{children}</div>}
      </main>
      <SiteFooter bear year={Number(localDateOf(at, 'Europe/Paris').slice(0, 4))} />
      <StructuredData things={[breadcrumbs(site, trail), ...things]} />
    </>
  );
}
