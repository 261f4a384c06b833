import { z } from 'zod';
import { mergeCarts } from '../../../modules/carts/index.ts';
import {
  passkeyAuthentication,
  requestCode,
  type SignedIn,
  signInWithCode,
  signInWithPasskey,
} from '../../../modules/customers/index.ts';
import { joinGuestOrders } from '../../../modules/orders/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { cartCookies, pieceCount } from '../cart/open-cart.ts';
import { message } from '../messages/index.ts';
import type { FormProblem, SignInPage } from '../model/index.ts';
import type { CookieChange } from '../personal/cookies.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { relyingParty } from './relying-party.ts';

const FORM = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('send'), email: z.string().max(300), next: z.string().max(200) }),
  z.strictObject({
    do: z.literal('confirm'),
    email: z.string().max(300),
    code: z.string().max(40),
    next: z.string().max(200),
  }),
]);

/** Signing in without a password: a code by e-mail, or a passkey. */
export function signInRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    {
      pattern: '/account/sign-in',
      get: async (visit) =>
        show(desk, visit, { step: 'email', email: '', next: visit.query.get('next') ?? '' }),
      post: (visit) => submit(desk, visit),
    },
    { pattern: '/account/passkey/options', post: (visit) => passkeyOptions(desk, visit) },
    { pattern: '/account/passkey', post: (visit) => passkeySignIn(desk, visit) },
  ];
}

async function submit(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { locale } = visit.site;
  const form = FORM.safeParse(visit.form);
  if (!form.success)
    return show(desk, visit, { step: 'email', email: '', next: '' }, message(locale, 'problem.try_again'));
  const { email, next } = form.data;
  if (!(await visit.mayTry('sign_in'))) {
    return show(desk, visit, { step: 'email', email, next }, message(locale, 'problem.too_many_attempts'));
  }
  return form.data.do === 'send' ? send(desk, visit, form.data) : confirm(desk, visit, form.data);
}

async function send(
  desk: ShopperDesk,
  visit: Visit,
  { email, next }: { readonly email: string; readonly next: string },
): Promise<Reaction> {
  const { site, ip, now } = visit;
  const asked = await requestCode(desk.orders.db, { email, locale: site.locale, ip, now });
  if (!asked.ok) {
    const key = asked.refusal.code === 'invalid' ? 'problem.email' : 'problem.too_many_attempts';
    return show(desk, visit, { step: 'email', email, next }, message(site.locale, key));
  }
  const shown = await show(desk, visit, { step: 'code', email, next });
  return { ...shown, cookies: [{ name: 'signIn', value: asked.value.challenge }] };
}

async function confirm(
  desk: ShopperDesk,
  visit: Visit,
  { email, code, next }: { readonly email: string; readonly code: string; readonly next: string },
): Promise<Reaction> {
  const { site, ip, userAgent, now, cookies } = visit;
  const input = { challenge: cookies.signIn ?? '', code, locale: site.locale, ip, userAgent, now };
  const signedIn = await signInWithCode(desk.orders.db, input);
  if (!signedIn.ok) {
    return show(desk, visit, { step: 'code', email, next }, message(site.locale, 'sign_in.wrong_code'));
  }
  const done = await arrive(desk, visit, signedIn.value);
  return { kind: 'moved', to: site.to(pathAfter(next)), cookies: done };
}

/** The cart of this device becomes the customer's, joined with the one they have from another; so do a guest's orders. */
async function arrive(
  desk: ShopperDesk,
  visit: Visit,
  { customer, token }: SignedIn,
): Promise<readonly CookieChange[]> {
  const { cookies, now } = visit;
  // Also a reaction of theirs; here, so that the account shows them at once.
  await transact(desk.orders.db, (tx) => joinGuestOrders(tx, customer));
  const merged = await mergeCarts(desk.orders, { token: cookies.cart, customerId: customer.id, now });
  return [
    { name: 'session', value: token },
    { name: 'signIn', value: undefined },
    ...(merged ? cartCookies(merged.token, pieceCount(merged.cart.lines)) : []),
  ];
}

/** Only ever a page of the shop: `checkout`, `orders/1042`. */
export function pathAfter(next: string): string {
  return /^[a-z][\w-]*(\/[\w-]+)*$/.test(next) ? `/${next}` : '/account';
}

async function passkeyOptions(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const input = { relyingParty: relyingParty(visit), now: visit.now };
  const { options, challengeToken } = await passkeyAuthentication(desk.orders.db, input);
  return { kind: 'json', body: options, cookies: [{ name: 'signIn', value: challengeToken }] };
}

async function passkeySignIn(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { cookies, json: response, ip, userAgent, now, site } = visit;
  if (!(await visit.mayTry('sign_in'))) return { kind: 'json', status: 429, body: {} };
  const input = { challengeToken: cookies.signIn ?? '', response, relyingParty: relyingParty(visit) };
  const signedIn = await desk.orders.db
    .transaction()
    .execute((tx) => signInWithPasskey(tx, { ...input, ip, userAgent, now }));
  if (!signedIn.ok) return { kind: 'json', status: 422, body: {} };
  return {
    kind: 'json',
    body: { next: site.to('/account') },
    cookies: await arrive(desk, visit, signedIn.value),
  };
}

type Step = { readonly step: SignInPage['step']; readonly email: string; readonly next: string };

async function show(desk: ShopperDesk, visit: Visit, step: Step, problem?: string): Promise<Reaction> {
  const { site } = visit;
  const isCode = step.step === 'code';
  const name = isCode ? 'code' : 'email';
  const problems: readonly FormProblem[] = problem === undefined ? [] : [{ text: problem, href: `#${name}` }];
  const page: SignInPage = {
    kind: 'sign_in',
    step: step.step,
    action: site.to('/account/sign-in'),
    email: step.email,
    next: step.next,
    field: {
      kind: 'text',
      name,
      label: message(site.locale, isCode ? 'sign_in.code' : 'sign_in.email'),
      value: isCode ? '' : step.email,
      type: isCode ? 'text' : 'email',
      // WCAG 2.2, 3.3.8: a code may be pasted, and a browser may fill it in.
      autocomplete: isCode ? 'one-time-code' : 'email webauthn',
      inputMode: isCode ? 'numeric' : undefined,
      isRequired: true,
      maxLength: isCode ? 20 : 254,
      problem,
    },
    problems,
    passkeyAction: site.to('/account/passkey'),
    mailboxHref: isCode && desk.hasMailbox ? site.to('/demo/mailbox') : undefined,
  };
  const title = message(site.locale, 'sign_in.title');
  return {
    kind: 'page',
    view: personalView(desk, visit, { title, page }),
    status: problem === undefined ? 200 : 422,
  };
}
