interface LineListProps {
  /** In two columns where there is room: for a page of nothing but lists. */
  readonly isWide?: boolean;
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    /** « dès 85 € »; absent when nothing can be booked. */
    readonly price?: string;
    /** Hours and operators. */
    readonly facts: string;
  }[];
}

/** Lines with their lowest price, each leading to its page. */
export function LineList({ lines, isWide }: LineListProps) {
  return (
    <ul className={isWide ? 'll ll--wide' : 'll'}>
      {lines.map(({ id, name, href, price, facts }) => (
        <li key={id}>
          <a href={href}>
            <b>{name}</b>
            <span className="small muted">{facts}</span>
            {price && <span className="ll__p">{price}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
