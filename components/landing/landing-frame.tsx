import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import type { Localized } from '@/lib/kernel/locale';
import { Trail } from './trail';

interface LandingFrameProps {
  /** The page in every language, the language in it. */
  readonly paths: Localized;
  readonly year: number;
  readonly trailLabel: string;
  readonly trail: readonly { readonly name: string; readonly path: string }[];
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A still page of the network: where it stands, its title, its parts. */
export function LandingFrame({ paths, year, trailLabel, trail, title, lead, children }: LandingFrameProps) {
  return (
    <>
      <SiteHeader paths={paths} current="network" />
      <main id="contenu" data-still>
        <div className="wrap lh">
          <Trail label={trailLabel} steps={trail} />
          <h1>{title}</h1>
          {lead && <p className="muted">{lead}</p>}
        </div>
        <div className="wrap section--s">{children}</div>
      </main>
      <SiteFooter bear year={year} />
    </>
  );
}
