import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Tone = 'ok' | 'few' | 'full' | 'sea' | 'act' | 'best';
const ICONS: Readonly<Record<Tone, IconName | null>> = {
  ok: 'check',
  few: 'warning',
  full: 'close',
  best: 'check',
  sea: null,
  act: null,
};

/** A short state: always a word, with an icon where the tone means something. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const icon = ICONS[tone];
  return (
    <span className={`badge badge--${tone}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
