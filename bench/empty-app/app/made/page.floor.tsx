import { connection } from 'next/server';

/** The floor of every page that is made when it is asked for: an empty one. */
export default async function Page() {
  await connection();
  return <main>Rien</main>;
}
