import { escapeHtml as text } from '../http-server';
import { languageOf, textsFor } from './checkout-texts';
import type { LineItem, PaymentError, Session } from './objects';

type View = { readonly session: Session; readonly lines: readonly LineItem[] };

/** The payment page: works without scripts; ids of fields are those of Stripe's own page. */
export function checkoutPage(
  { session, lines }: View,
  error: PaymentError | null,
  typed: { name: string },
): string {
  const t = textsFor(session.locale);
  const email = session.customer_email;
  const debit = session.payment_method_types.includes('sepa_debit');
  return shell(
    session,
    `${summary({ session, lines })}
<section class="card">
${error ? `<p class="alert" role="alert">${text(messageOf(session, error))}</p>` : ''}
<form method="post" action="/c/pay/${session.id}">
<h2>${t.byCard}</h2>
<label for="email">${t.email}</label>
<input id="email" name="email" type="email" required autocomplete="email" value="${text(email ?? '')}"${email ? ' readonly' : ''}>
<label for="cardNumber">${t.number}</label>
<input id="cardNumber" name="cardNumber" required inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242"${error ? ' aria-invalid="true" autofocus' : ''}>
<div class="pair"><div><label for="cardExpiry">${t.expiry}</label>
<input id="cardExpiry" name="cardExpiry" required inputmode="numeric" autocomplete="cc-exp" placeholder="${t.expiryHint}"></div>
<div><label for="cardCvc">${t.cvc}</label>
<input id="cardCvc" name="cardCvc" required inputmode="numeric" autocomplete="cc-csc" placeholder="123"></div></div>
<label for="billingName">${t.name}</label>
<input id="billingName" name="billingName" required autocomplete="cc-name" value="${text(typed.name)}">
<button id="pay">${t.pay} ${money(session)}</button>
</form>
${debit ? debitForm(session) : ''}
<details><summary>${t.cards}</summary><dl>
<dt>4242 4242 4242 4242<dd>${t.cardPays}<dt>4000 0000 0000 0002<dd>${t.cardDeclined}
<dt>4000 0000 0000 9995<dd>${t.cardFunds}<dt>4000 0000 0000 3220<dd>${t.cardSecure}</dl></details>
${session.cancel_url ? `<p class="quiet"><a id="cancel" href="${text(session.cancel_url)}">${t.cancel}</a></p>` : ''}
</section>`,
  );
}

function debitForm(session: Session): string {
  const t = textsFor(session.locale);
  return `<form class="second" method="post" action="/c/pay/${session.id}/debit"><h2>${t.byDebit}</h2>
<label for="iban">${t.iban}</label><input id="iban" name="iban" required value="FR14 2004 1010 0505 0001 3M02 606">
<p class="quiet">${t.debitNote}</p><button id="pay-debit" class="plain">${t.debit}</button></form>`;
}

/** The bank's page of 3-D Secure. */
export function securePage(view: View): string {
  const { session } = view;
  const t = textsFor(session.locale);
  return shell(
    session,
    `${summary(view)}<section class="card"><h2>${t.secureTitle}</h2><p>${t.secureText}</p>
<form method="post" action="/c/pay/${session.id}/authenticate">
<button id="authorize" name="answer" value="authorize">${t.authorize}</button>
<button id="refuse" name="answer" value="refuse" class="plain">${t.refuse}</button></form></section>`,
  );
}

/** A session that can no longer be paid. */
export function closedPage({ session }: View): string {
  const t = textsFor(session.locale);
  const back = session.status === 'complete' ? successUrl(session) : session.cancel_url;
  return shell(
    session,
    `<section class="card"><h2>${session.status === 'complete' ? t.complete : t.expired}</h2>
${back ? `<p><a id="back" href="${text(back)}">${t.back}</a></p>` : ''}</section>`,
  );
}

/** Where the buyer goes after paying. */
export function successUrl(session: Session): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}

function summary({ session, lines }: View): string {
  const t = textsFor(session.locale);
  return `<section class="bill"><p class="sum">${money(session)}</p><ul>
${lines
  .map(
    (line) => `<li><span>${text(line.description)}${line.quantity > 1 ? ` × ${line.quantity}` : ''}
${line.detail ? `<small>${text(line.detail)}</small>` : ''}</span><span>${format(line.amount_total, session)}</span></li>`,
  )
  .join('')}
<li class="all"><span>${t.total}</span><span>${money(session)}</span></li></ul></section>`;
}

function messageOf(session: Session, error: PaymentError): string {
  const t: Readonly<Record<string, string>> = textsFor(session.locale);
  return t[error.decline_code ?? ''] ?? t[error.code] ?? error.message;
}

const money = (session: Session): string => format(session.amount_total, session);

function format(amount: number, session: Session): string {
  const style = { style: 'currency', currency: session.currency.toUpperCase() } as const;
  return text(new Intl.NumberFormat(languageOf(session.locale), style).format(amount / 100));
}

function shell(session: Session, content: string): string {
  const t = textsFor(session.locale);
  return `<!doctype html><html lang="${languageOf(session.locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${t.title}</title><style>${STYLE}</style></head><body><header>${t.test}</header><main><h1>${t.title}</h1>
<div class="cols">${content}</div></main></body></html>`;
}

const STYLE = `
*{box-sizing:border-box}:root{color-scheme:light dark;--paper:#f4f6f8;--card:#fff;--ink:#16212b;--soft:#55636f;--line:#c9d2d9;
--edge:#74828d;--act:#1c4f7d;--on:#fff;--err:#a1182a;--errs:#fbe4e2;--test:#ffd979;--ontest:#3d2c00}
@media(prefers-color-scheme:dark){:root{--paper:#10181f;--card:#18242e;--ink:#eef3f6;--soft:#a9b8c3;--line:#33434f;--edge:#7f909c;
--act:#8cc3ef;--on:#06202f;--err:#ffa8a0;--errs:#46191c;--test:#6b4e00;--ontest:#ffe9b0}}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;background:var(--paper);color:var(--ink)}
header{background:var(--test);color:var(--ontest);text-align:center;padding:10px 16px;font-weight:600;font-size:.9rem}
h1{max-width:960px;margin:24px auto 0;padding:0 16px;font-size:1.1rem}h2{font-size:1.05rem;margin:0 0 12px}
.cols{max-width:960px;margin:0 auto;padding:8px 16px 48px;display:grid;gap:20px}
@media(min-width:820px){.cols{grid-template-columns:2fr 3fr;gap:48px;align-items:start}}
.sum{font-size:2.1rem;font-weight:700;margin:0 0 8px;font-variant-numeric:tabular-nums}
ul{list-style:none;margin:0;padding:0}li{display:flex;justify-content:space-between;gap:16px;padding:8px 0;
border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}li.all{font-weight:700;border:0}
small{display:block;color:var(--soft)}.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px}
label{display:block;font-size:.9rem;font-weight:600;margin:12px 0 4px}
input{width:100%;min-height:48px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);
border-radius:8px;padding:10px 12px}input[readonly]{background:var(--paper)}input[aria-invalid]{border-color:var(--err)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
button{width:100%;min-height:52px;margin-top:18px;font:inherit;font-weight:700;border:2px solid var(--act);border-radius:10px;
background:var(--act);color:var(--on);cursor:pointer}button.plain{background:none;color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}.second{border-top:1px solid var(--line);margin-top:24px;padding-top:20px}
.alert{background:var(--errs);color:var(--err);border-radius:8px;padding:12px 14px;margin:0 0 16px;font-weight:600}
.quiet{color:var(--soft);font-size:.9rem}a{color:var(--act)}details{margin-top:20px}summary{cursor:pointer;min-height:44px;
display:list-item;padding-top:10px}dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:4px 16px;font-size:.9rem;
font-variant-numeric:tabular-nums}dd{margin:0;color:var(--soft)}`;
