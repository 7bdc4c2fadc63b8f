/** The floor of a page of so many elements, made when it is asked for: so many paragraphs of a word each. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const { elements = '1' } = await searchParams;
  return (
    <main>
      {Array.from({ length: Number(elements) }, (_, index) => (
        <p key={index} className="small">
          {`mot ${index}`}
        </p>
      ))}
    </main>
  );
}
