import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';

interface StepActsProps {
  /** The step before this one: its address and its name. */
  readonly back: readonly [href: string, name: string];
  /** What the button says. */
  readonly children: ReactNode;
}

/** The foot of a step's form: back, or on. */
export function StepActs({ back: [href, name], children }: StepActsProps) {
  return (
    <div className="acts">
      <a className="btn" href={href}>
        <Icon name="chevron-left" className="i--s" />
        {name}
      </a>
      <button type="submit" className="btn btn--act btn--big">
        {children}
      </button>
    </div>
  );
}
