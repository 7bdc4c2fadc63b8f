import { Icon } from '@/components/ui/icon';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { BareFoot } from './bare-foot';
import { Logo } from './logo';
import { TITLE_TEMPLATE } from './page-title';

/* Kept for sure is what the address and the hold keep; what stood in an open form is not, and nobody says so. */
const TEXTS = {
  fr: {
    title: 'Cette page n’a pas pu s’afficher',
    text: 'Une partie du site n’a pas répondu : l’erreur vient de chez nous. Votre recherche et les étapes déjà validées sont gardées.',
    advice: 'Essayez encore. Si cela dure, revenez dans quelques minutes, à la même adresse.',
    again: 'Essayer encore',
    search: 'Chercher une traversée',
    trips: 'Retrouver une réservation',
    nav: ['Navigation principale', 'Voilà Ferry, accueil', 'Rechercher', 'Mes voyages'],
  },
  en: {
    title: 'This page could not be shown',
    text: 'Part of the site did not answer: the fault is ours. Your search and the steps you completed are kept.',
    advice: 'Try again. If it lasts, come back to this same address in a few minutes.',
    again: 'Try again',
    search: 'Search a crossing',
    trips: 'Find a booking',
    nav: ['Main navigation', 'Voilà Ferry, home', 'Search', 'My trips'],
  },
  it: {
    title: 'Questa pagina non si è aperta',
    text: 'Una parte del sito non ha risposto: l’errore è nostro. La tua ricerca e i passaggi già completati sono salvati.',
    advice: 'Riprova. Se continua, torna tra qualche minuto a questo stesso indirizzo.',
    again: 'Riprova',
    search: 'Cerca una traversata',
    trips: 'Trova una prenotazione',
    nav: ['Navigazione principale', 'Voilà Ferry, pagina iniziale', 'Cerca', 'I miei viaggi'],
  },
} as const;

/** A page that failed: the head of the site, what happened, what is kept, and the ways on. Drawn in the browser alone. */
export default function FaultView({ retry }: { readonly retry: () => void }) {
  const asked = location.pathname.split('/')[1];
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const { title, text, advice, again, search, trips, nav } = TEXTS[locale];
  const [label, toHome, toSearch, toTrips] = nav;
  const home = `/${locale}`;
  return (
    <>
      <title>{TITLE_TEMPLATE.replace('%s', title)}</title>
      <header className="wrap">
        <nav className="nav" aria-label={label}>
          <a className="nav__home" href={home} aria-label={toHome}>
            <Logo />
          </a>
          <div className="nav__links">
            <a href={home}>{toSearch}</a>
            <a href={`${home}/bookings`}>{toTrips}</a>
          </div>
          <a className="nav__act nav__act--m" href={`${home}/bookings`} aria-label={toTrips}>
            <Icon name="ticket" />
          </a>
        </nav>
      </header>
      <main id="contenu" className="wrap section--s">
        <div className="card stack" role="alert">
          <h1>{title}</h1>
          <p>{text}</p>
          <p>{advice}</p>
          <p className="row">
            <button className="btn btn--act" type="button" onClick={retry}>
              {again}
            </button>
            <a className="btn" href={`${home}/search`}>
              {search}
            </a>
            <a className="btn" href={`${home}/bookings`}>
              {trips}
            </a>
          </p>
        </div>
      </main>
      <BareFoot />
    </>
  );
}
