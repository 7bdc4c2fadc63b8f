'use client';

import { useParams } from 'next/navigation';
import { PageTitle } from '@/components/layout/page-title';

/* This page stands in for one that failed: it carries its few words itself, so that nothing else has to work. */
const TEXTS = {
  fr: {
    title: 'Quelque chose n’a pas répondu',
    text: 'L’erreur vient de chez nous. Rien de ce que vous aviez saisi n’est perdu : essayez encore.',
    again: 'Essayer encore',
  },
  en: {
    title: 'Something did not answer',
    text: 'The fault is ours. Nothing you typed is lost: try again.',
    again: 'Try again',
  },
  it: {
    title: 'Qualcosa non ha risposto',
    text: 'L’errore è nostro. Nulla di ciò che hai scritto è perduto: riprova.',
    again: 'Riprova',
  },
} as const;

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const texts = TEXTS[locale as keyof typeof TEXTS] ?? TEXTS.fr;
  return (
    <main className="wrap section">
      <PageTitle>{texts.title}</PageTitle>
      <div className="card stack stack--3" role="alert">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p>
          <button className="btn btn--act" type="button" onClick={reset}>
            {texts.again}
          </button>
        </p>
      </div>
    </main>
  );
}
