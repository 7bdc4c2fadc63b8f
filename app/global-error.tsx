'use client';

import './styles/tokens.css';
import './styles/base.css';

/* The last resort, where not even the layout could be drawn: three languages in a few words, and one way on. */
const TEXTS = [
  ['fr', 'Quelque chose n’a pas répondu. L’erreur vient de chez nous.', 'Essayer encore'],
  ['en', 'Something did not answer. The fault is ours.', 'Try again'],
  ['it', 'Qualcosa non ha risposto. L’errore è nostro.', 'Riprova'],
] as const;

export default function GlobalError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <html lang="fr">
      <body>
        <title>Voilà Ferry</title>
        <main className="wrap section stack stack--3" role="alert">
          <h1>Voilà Ferry</h1>
          {TEXTS.map(([lang, text, again]) => (
            <div key={lang} lang={lang} className="card stack">
              <p>{text}</p>
              <p>
                <button type="button" className="btn" onClick={reset}>
                  {again}
                </button>
              </p>
            </div>
          ))}
        </main>
      </body>
    </html>
  );
}
