import { amountOf } from './amounts.ts';
import { FUNDINGS } from './fundings.ts';
import type { Api } from './orders.ts';
import type { Order } from './world.ts';

/** What a page answers: HTML, or where the browser goes next. */
export type Page = { readonly html: string } | { readonly location: string } | undefined;

/** PayPal's own pages as far as a shopper needs them: the approval and the bank's challenge. Forms, no scripts. */
export function servePage(
  api: Api,
  request: { readonly method: string; readonly url: URL; readonly form: URLSearchParams },
): Page {
  const { method, url, form } = request;
  const order = api.world.orders.get(url.searchParams.get('token') ?? '');
  const isSent = method === 'POST';
  if (order === undefined) return undefined;
  if (url.pathname === '/checkoutnow') return isSent ? answerApproval(api, order, form) : approvalPage(order);
  if (url.pathname === '/3ds') return isSent ? answerChallenge(api, order, form) : challengePage(order);
  return undefined;
}

function answerApproval(api: Api, order: Order, form: URLSearchParams): Page {
  if (form.get('answer') === 'cancel') return { location: withToken(order.cancelUrl, order) };
  const funding = FUNDINGS.get(form.get('funding') ?? '');
  if (order.status === 'COMPLETED' || order.status === 'VOIDED') {
    return { location: withToken(order.returnUrl, order) };
  }
  if (funding === undefined) return approvalPage(order, 'Choose what to pay with.');
  order.funding = funding;
  order.authentication = undefined;
  if (funding.isChallenged) {
    return { location: `${api.world.origin()}/3ds?token=${order.id}` };
  }
  return approve(api, order);
}

/** A challenge that is failed leaves the order unapproved: its page may be opened again. */
function answerChallenge(api: Api, order: Order, form: URLSearchParams): Page {
  const isPassed = form.get('answer') === 'pass';
  order.authentication = isPassed ? 'Y' : 'N';
  if (isPassed) return approve(api, order);
  return { location: withToken(order.cancelUrl, order) };
}

function approve({ emit }: Api, order: Order): Page {
  order.status = 'APPROVED';
  emit('CHECKOUT.ORDER.APPROVED', order.id);
  return { location: withToken(order.returnUrl, order) };
}

/** PayPal adds what it calls the token, which is the order's id, and who paid. */
function withToken(url: string, { id }: Order): string {
  const back = new URL(url);
  back.searchParams.set('token', id);
  back.searchParams.set('PayerID', 'QYR5Z8XDVJNXQ');
  return back.href;
}

function approvalPage(order: Order, problem = ''): Page {
  const fundings = [...FUNDINGS.keys()].map(
    (name, index) =>
      `<li><label><input type="radio" name="funding" value="${name}"${index === 0 ? ' checked' : ''}> ${name}</label></li>`,
  );
  return document(
    'Pay with PayPal',
    `<h1>Order ${escapeHtml(order.description)}</h1><p>${priceOf(order)}</p><p role="alert">${problem}</p>
    <form method="post"><ul>${fundings.join('')}</ul>
    <button name="answer" value="pay">Pay now</button> <button name="answer" value="cancel">Cancel</button></form>`,
  );
}

function challengePage(order: Order): Page {
  return document(
    'Is it you?',
    `<h1>3-D Secure</h1><p>${priceOf(order)}</p><form method="post">
    <button name="answer" value="pass">Yes</button> <button name="answer" value="fail">No</button></form>`,
  );
}

function priceOf({ amount, currency }: Order): string {
  return `${amountOf(amount, currency).value} ${currency}`;
}

function document(title: string, body: string): Page {
  return { html: `<!doctype html><html lang="en"><title>${title}</title><body>${body}</body></html>` };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
