'use client';

import './styles/tokens.css';
import './styles/base.css';
import './styles/site.css';

/* The last resort, where not even the layout could be drawn: three languages in a few words, and two ways on. It travels with every page.
   What could not be fetched stays unfetched until the page is loaded anew. */
const TEXTS = [
  ['fr', 'Le site n’a pas répondu. L’erreur vient de chez nous.', 'Essayer encore'],
  ['en', 'The site did not answer. The fault is ours.', 'Try again'],
  ['it', 'Il sito non ha risposto. L’errore è nostro.', 'Riprova'],
] as const;

export default function GlobalError() {
  return (
    <html lang="fr">
      <body>
        <title>Voilà Ferry</title>
        <main className="wrap section--s stack stack--3" role="alert">
          <h1>
            <a className="nav__home" href="/">
              Voilà Ferry
            </a>
          </h1>
          {TEXTS.map(([lang, text, again]) => (
            <div key={lang} lang={lang} className="card stack">
              <p>{text}</p>
              <p>
                <button type="button" className="btn" onClick={() => location.reload()}>
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
