import type { useSheet } from './use-sheet';

interface FilterSheetProps {
  readonly sheet: ReturnType<typeof useSheet>;
  readonly title: string;
  readonly children: React.ReactNode;
}

/** A part of the page; once opened as a sheet, a dialog from the bottom that leaves nothing else to be reached. */
export function FilterSheet({ sheet, title, children }: FilterSheetProps) {
  if (!sheet.isOpen) return <div className="filters__in-page">{children}</div>;
  return (
    // Closed by a touch beside it, where the browser knows how.
    <dialog
      ref={sheet.box}
      className="sheet filters__sheet"
      aria-labelledby="filtres-titre"
      onClose={sheet.close}
      {...{ closedby: 'any' }}
    >
      <h2 id="filtres-titre">{title}</h2>
      {children}
    </dialog>
  );
}
