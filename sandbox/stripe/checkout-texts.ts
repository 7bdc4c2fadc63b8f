/** What the payment page says. */
export type CheckoutTexts = Readonly<Record<TextName, string>>;
type TextName =
  | 'title'
  | 'test'
  | 'pay'
  | 'total'
  | 'byCard'
  | 'email'
  | 'name'
  | 'number'
  | 'expiry'
  | 'expiryHint'
  | 'cvc'
  | 'byDebit'
  | 'iban'
  | 'debitNote'
  | 'debit'
  | 'cancel'
  | 'complete'
  | 'expired'
  | 'back'
  | 'secureTitle'
  | 'secureText'
  | 'authorize'
  | 'refuse'
  | 'cards'
  | 'cardPays'
  | 'cardDeclined'
  | 'cardFunds'
  | 'cardSecure'
  | 'incorrect_number'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'insufficient_funds'
  | 'generic_decline'
  | 'live_mode_test_card'
  | 'payment_intent_authentication_failure';

const fr: CheckoutTexts = {
  title: 'Paiement',
  test: 'Page d’essai : aucune carte réelle n’est débitée.',
  pay: 'Payer',
  total: 'Total',
  byCard: 'Payer par carte',
  email: 'Adresse e-mail',
  name: 'Nom sur la carte',
  number: 'Numéro de carte',
  expiry: 'Expiration',
  expiryHint: 'MM/AA',
  cvc: 'Code de sécurité',
  byDebit: 'Ou par prélèvement SEPA',
  iban: 'IBAN',
  debitNote: 'La banque confirme plus tard : le paiement reste en attente jusque-là.',
  debit: 'Payer par prélèvement',
  cancel: 'Annuler et revenir au site',
  complete: 'Ce paiement est terminé.',
  expired: 'Cette page de paiement a expiré.',
  back: 'Revenir au site',
  secureTitle: 'Votre banque vous demande confirmation',
  secureText: 'Confirmez-vous ce paiement ?',
  authorize: 'Autoriser le paiement',
  refuse: 'Refuser',
  cards: 'Cartes d’essai',
  cardPays: 'acceptée',
  cardDeclined: 'refusée',
  cardFunds: 'provision insuffisante',
  cardSecure: 'authentification 3-D Secure',
  incorrect_number: 'Le numéro de carte est incorrect.',
  expired_card: 'La date d’expiration est passée ou incorrecte.',
  incorrect_cvc: 'Le code de sécurité est incorrect.',
  insufficient_funds: 'Provision insuffisante. Essayez une autre carte.',
  generic_decline: 'Votre carte a été refusée. Essayez une autre carte.',
  live_mode_test_card: 'Seules les cartes d’essai sont acceptées ici.',
  payment_intent_authentication_failure: 'L’authentification a échoué. Réessayez ou prenez une autre carte.',
};

const en: CheckoutTexts = {
  title: 'Payment',
  test: 'Test page: no real card is charged.',
  pay: 'Pay',
  total: 'Total',
  byCard: 'Pay by card',
  email: 'Email address',
  name: 'Name on card',
  number: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'MM/YY',
  cvc: 'Security code',
  byDebit: 'Or by SEPA direct debit',
  iban: 'IBAN',
  debitNote: 'Your bank confirms later: the payment stays pending until then.',
  debit: 'Pay by direct debit',
  cancel: 'Cancel and return to the site',
  complete: 'This payment is complete.',
  expired: 'This payment page has expired.',
  back: 'Return to the site',
  secureTitle: 'Your bank asks you to confirm',
  secureText: 'Do you confirm this payment?',
  authorize: 'Authorise the payment',
  refuse: 'Refuse',
  cards: 'Test cards',
  cardPays: 'accepted',
  cardDeclined: 'declined',
  cardFunds: 'insufficient funds',
  cardSecure: '3-D Secure authentication',
  incorrect_number: 'The card number is incorrect.',
  expired_card: 'The expiry date is past or incorrect.',
  incorrect_cvc: 'The security code is incorrect.',
  insufficient_funds: 'Insufficient funds. Try another card.',
  generic_decline: 'Your card was declined. Try another card.',
  live_mode_test_card: 'Only test cards are accepted here.',
  payment_intent_authentication_failure: 'Authentication failed. Try again or use another card.',
};

const it: CheckoutTexts = {
  title: 'Pagamento',
  test: 'Pagina di prova: nessuna carta reale viene addebitata.',
  pay: 'Paga',
  total: 'Totale',
  byCard: 'Paga con carta',
  email: 'Indirizzo e-mail',
  name: 'Nome sulla carta',
  number: 'Numero della carta',
  expiry: 'Scadenza',
  expiryHint: 'MM/AA',
  cvc: 'Codice di sicurezza',
  byDebit: 'Oppure con addebito SEPA',
  iban: 'IBAN',
  debitNote: 'La banca conferma più tardi: fino ad allora il pagamento resta in sospeso.',
  debit: 'Paga con addebito',
  cancel: 'Annulla e torna al sito',
  complete: 'Questo pagamento è concluso.',
  expired: 'Questa pagina di pagamento è scaduta.',
  back: 'Torna al sito',
  secureTitle: 'La banca chiede una conferma',
  secureText: 'Confermate questo pagamento?',
  authorize: 'Autorizza il pagamento',
  refuse: 'Rifiuta',
  cards: 'Carte di prova',
  cardPays: 'accettata',
  cardDeclined: 'rifiutata',
  cardFunds: 'fondi insufficienti',
  cardSecure: 'autenticazione 3-D Secure',
  incorrect_number: 'Il numero della carta non è corretto.',
  expired_card: 'La data di scadenza è passata o non è corretta.',
  incorrect_cvc: 'Il codice di sicurezza non è corretto.',
  insufficient_funds: 'Fondi insufficienti. Provate con un’altra carta.',
  generic_decline: 'La carta è stata rifiutata. Provate con un’altra carta.',
  live_mode_test_card: 'Qui sono accettate solo carte di prova.',
  payment_intent_authentication_failure: 'Autenticazione non riuscita. Riprovate o usate un’altra carta.',
};

const TEXTS: Readonly<Record<string, CheckoutTexts>> = { fr, en, it };

/** The page's language: the session's, or English. */
export function languageOf(locale: string | null): string {
  const language = locale?.slice(0, 2) ?? 'en';
  return language in TEXTS ? language : 'en';
}

export function textsFor(locale: string | null): CheckoutTexts {
  return TEXTS[languageOf(locale)] ?? en;
}
