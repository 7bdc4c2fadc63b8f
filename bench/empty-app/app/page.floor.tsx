/** The floor: an empty static page of the same Next.js. */
export default function Page() {
  return <main>Rien</main>;
}
