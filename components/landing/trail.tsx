import { Icon } from '@/components/ui/icon';

interface TrailProps {
  readonly label: string;
  /** From the home page to this one, which is the last. */
  readonly steps: readonly { readonly name: string; readonly path: string }[];
}

/** Where the page stands in the site. */
export function Trail({ label, steps }: TrailProps) {
  return (
    <nav aria-label={label}>
      <ol className="crumb">
        {steps.map(({ name, path }, index) =>
          index === steps.length - 1 ? (
            <li key={path} aria-current="page">
              {name}
            </li>
          ) : (
            <li key={path}>
              <a href={path}>{name}</a>
              <Icon name="chevron-right" />
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
