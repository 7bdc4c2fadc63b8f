/** Paragraphs in their words; nothing where nothing was written. */
export function Prose({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className="prose stack">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
