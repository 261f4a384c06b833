import { authenticate, confirm, type Emit, intentOfSession } from './act.ts';
import { CARDS } from './cards.ts';
import type { Intent, Session, StripeWorld } from './world.ts';

/** What a page answers: HTML, or where the browser goes next. */
export type Page = { readonly html: string } | { readonly location: string } | undefined;

/**
 * Stripe's own pages as far as a shopper needs them: the hosted Checkout and the bank's challenge. Forms, no scripts.
 */
export function servePage(
  world: StripeWorld,
  emit: Emit,
  request: { readonly method: string; readonly path: string; readonly form: URLSearchParams },
): Page {
  const [, place, ...rest] = request.path.split('/');
  const id = rest.at(-1) ?? '';
  const isSent = request.method === 'POST';
  if (place === 'c') {
    const session = world.sessions.get(id);
    if (session === undefined) return undefined;
    return isSent ? payOnPage(world, emit, session, request.form) : checkoutPage(session);
  }
  const intent = place === '3ds' ? world.intents.get(id) : undefined;
  if (intent === undefined) return undefined;
  return isSent ? answerChallenge(world, emit, intent, request.form) : challengePage(intent);
}

function payOnPage(world: StripeWorld, emit: Emit, session: Session, form: URLSearchParams): Page {
  if (session.status !== 'open') return { location: session.successUrl };
  const intent = intentOfSession(world, session);
  confirm(world, emit, intent, form.get('payment_method') ?? '');
  if (intent.status === 'requires_action') return { location: `${world.origin()}/3ds/${intent.id}` };
  return intent.error === undefined ? { location: session.successUrl } : checkoutPage(session, 'Declined.');
}

function answerChallenge(world: StripeWorld, emit: Emit, intent: Intent, form: URLSearchParams): Page {
  authenticate(world, emit, intent, form.get('answer') === 'complete');
  return { location: intent.returnUrl ?? world.origin() };
}

function checkoutPage(session: Session, problem = ''): Page {
  const cards = [...CARDS.keys()].map(
    (card, index) =>
      `<li><label><input type="radio" name="payment_method" value="${card}"${index === 0 ? ' checked' : ''}> ${card}</label></li>`,
  );
  return document(
    'Checkout',
    `<h1>${escapeHtml(session.name)}</h1><p>${session.amount} ${session.currency}</p><p role="alert">${problem}</p>
    <form method="post"><ul>${cards.join('')}</ul><button>Pay</button></form>
    <a href="${escapeHtml(session.cancelUrl)}">Back</a>`,
  );
}

function challengePage(intent: Intent): Page {
  return document(
    'Is it you?',
    `<h1>3-D Secure</h1><p>${intent.amount} ${intent.currency}</p><form method="post">
    <button name="answer" value="complete">Complete</button> <button name="answer" value="fail">Fail</button></form>`,
  );
}

function document(title: string, body: string): Page {
  return { html: `<!doctype html><html lang="en"><title>${title}</title><body>${body}</body></html>` };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
