/** Names of the symbols in `public/icons.svg`. */
export type IconName =
  | 'passenger'
  | 'child'
  | 'car'
  | 'cabin'
  | 'porthole'
  | 'seat'
  | 'meal'
  | 'pet'
  | 'suitcase'
  | 'clock'
  | 'leaf'
  | 'bell'
  | 'heart'
  | 'calendar'
  | 'chevron-left'
  | 'chevron-right'
  | 'chevron-down'
  | 'chevron-up'
  | 'check'
  | 'warning'
  | 'info'
  | 'live-dot'
  | 'ship'
  | 'swap'
  | 'mic'
  | 'filter'
  | 'sort'
  | 'lock'
  | 'ticket'
  | 'download'
  | 'wallet'
  | 'plus'
  | 'minus'
  | 'close'
  | 'menu'
  | 'search'
  | 'refund'
  | 'edit'
  | 'arrow-right'
  | 'arrow-down'
  | 'mail'
  | 'pin'
  | 'anchor'
  | 'chat'
  | 'user'
  | 'chart';

interface IconProps {
  readonly name: IconName;
  /** More classes: `i--s` is the small one, `i--end` stands at the end of a field. */
  readonly className?: string;
  /** Said by screen readers; without it the icon is silent, because a word stands beside it. */
  readonly label?: string;
}

/** A line icon of the sprite, in the colour of the text. */
export function Icon({ name, className, label }: IconProps) {
  const classes = className ? `i ${className}` : 'i';
  const use = <use href={`/icons.svg#${name}`} />;
  if (!label) {
    return (
      <svg className={classes} aria-hidden="true">
        {use}
      </svg>
    );
  }
  return (
    <svg className={classes} role="img" aria-label={label}>
      {use}
    </svg>
  );
}
