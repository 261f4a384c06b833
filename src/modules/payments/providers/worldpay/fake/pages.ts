import { authorizeCard } from './act.ts';
import { CARDS } from './cards.ts';
import { type Authentication, type Page, type WorldpayWorld, worldpayId } from './world.ts';

/** What a page answers: HTML, or where the browser goes next. */
export type Shown = { readonly html: string } | { readonly location: string } | undefined;

/** Pages that a shopper sees: the hosted one, the collecting of device data, and a bank's challenge. */
export function servePage(
  world: WorldpayWorld,
  request: { readonly method: string; readonly path: string; readonly form: URLSearchParams },
): Shown {
  const { method, path, form } = request;
  const isSent = method === 'POST';
  const id = path.split('/').at(-1) ?? '';
  if (path.startsWith('/pay/')) {
    const page = world.pages.get(id);
    if (page === undefined) return undefined;
    return isSent ? payOnPage(world, page, form) : hostedPage(page);
  }
  if (path === '/V1/Cruise/Collect' && isSent) return collectPage(form.get('JWT') ?? '');
  const isStepUp = path === '/V2/Cruise/StepUp' && isSent;
  const link = isStepUp ? (form.get('JWT') ?? '') : path.startsWith('/challenge/') ? id : '';
  const one = world.authentications.get(link);
  if (one === undefined) return undefined;
  return isSent && !isStepUp ? answerChallenge(world, one, form) : challengePage(one);
}

function payOnPage(world: WorldpayWorld, page: Page, form: URLSearchParams): Shown {
  if (page.isPaid) return { location: page.urls['successURL'] ?? '' };
  if (Temporal.Instant.compare(page.endsAt, world.now()) <= 0)
    return { location: page.urls['expiryURL'] ?? '' };
  if (form.has('cancel')) return { location: page.urls['cancelURL'] ?? '' };
  const card = form.get('card') ?? '';
  if (CARDS.get(card)?.kind === 'challenge') return challengeOnPage(world, page, card);
  return resultOf(world, page, card);
}

function resultOf(world: WorldpayWorld, page: Page, card: string): Shown {
  const { authorized, isClosed } = authorizeCard(world, page, card);
  page.isPaid = authorized > 0 && !isClosed;
  return { location: (page.isPaid ? page.urls['successURL'] : page.urls['failureURL']) ?? '' };
}

function challengeOnPage(world: WorldpayWorld, page: Page, card: string): Shown {
  const link = worldpayId('lnk');
  const { transactionReference, amount, currency, isAutoSettled } = page;
  world.authentications.set(link, {
    ...{ transactionReference, amount, currency, isAutoSettled, link, card, isChallengeAsked: false },
    ...{ session: undefined, pageId: page.id, returnUrl: '', stage: 'challenge', isPassed: undefined },
  });
  return { location: `${world.origin()}/challenge/${link}` };
}

/** On a page the payment goes on at once; else the browser goes back to the shop, whose server asks what came of it. */
function answerChallenge(world: WorldpayWorld, one: Authentication, form: URLSearchParams): Shown {
  one.isPassed = form.get('answer') === 'complete';
  const page = one.pageId === undefined ? undefined : world.pages.get(one.pageId);
  if (page === undefined) {
    return document(
      'Back to the shop',
      `<form method="post" action="${escapeHtml(one.returnUrl)}"><button>Continue</button></form>`,
    );
  }
  one.stage = 'ended';
  return one.isPassed ? resultOf(world, page, one.card) : { location: page.urls['failureURL'] ?? '' };
}

function hostedPage({ description, amount, currency }: Page): Shown {
  const cards = [...CARDS.keys()].map(
    (card, index) =>
      `<li><label><input type="radio" name="card" value="${card}"${index === 0 ? ' checked' : ''}> ${card}</label></li>`,
  );
  return document(
    'Payment',
    `<h1>${escapeHtml(description)}</h1><p>${amount} ${currency}</p><form method="post"><ul>${cards.join('')}</ul>
    <button>Pay</button> <button name="cancel" value="1">Cancel</button></form>`,
  );
}

/** Tells the page around its frame that the device's data are there, as the documentation says it does. */
function collectPage(jwt: string): Shown {
  const told = { MessageType: 'profile.completed', SessionId: `ddc-${jwt}`, Status: true };
  const script = `parent.postMessage(${JSON.stringify(JSON.stringify(told))}, '*')`;
  return document('Device', `<p data-session="ddc-${escapeHtml(jwt)}"></p><script>${script}</script>`);
}

function challengePage({ amount, currency, link }: Authentication): Shown {
  return document(
    'Is it you?',
    `<h1>3-D Secure</h1><p>${amount} ${currency}</p><form method="post" action="/challenge/${link}">
    <button name="answer" value="complete">Complete</button> <button name="answer" value="fail">Fail</button></form>`,
  );
}

function document(title: string, body: string): Shown {
  return { html: `<!doctype html><html lang="en"><title>${title}</title><body>${body}</body></html>` };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
