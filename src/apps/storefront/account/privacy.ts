import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import {
  type CurrentSession,
  giveConsent,
  listSessions,
  passkeyRegistration,
  readPasskeys,
  removePasskey,
  revokeOtherSessions,
  revokeSession,
  savePasskey,
  withdrawConsent,
} from '../../../modules/customers/index.ts';
import { message } from '../messages/index.ts';
import type { AccountSection } from '../model/index.ts';
import { dayText } from '../order/steps.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { readDecided } from '../privacy/decide.ts';
import { accountView } from './account-view.ts';
import { deviceName } from './device-name.ts';
import { relyingParty } from './relying-party.ts';
import { forCustomer } from './signed-in.ts';

const FORM = z.strictObject({
  do: z.enum(['consents', 'revoke', 'revoke_others', 'remove_passkey']),
  id: z.string().max(60).optional(),
  consent_email: z.literal('yes').optional(),
});

/** Consents, passkeys, and where a customer is signed in. */
export function privacyRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    {
      pattern: '/account/privacy',
      get: (visit) => forCustomer(desk, visit, (current) => show(desk, visit, current)),
      post: (visit) => forCustomer(desk, visit, (current) => change(desk, visit, current)),
    },
    {
      pattern: '/account/passkeys/options',
      post: (visit) => forCustomer(desk, visit, (current) => beginPasskey(desk, visit, current)),
    },
    {
      pattern: '/account/passkeys',
      post: (visit) => forCustomer(desk, visit, (current) => keepPasskey(desk, visit, current)),
    },
  ];
}

async function show(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site, now } = visit;
  const { db } = desk.orders;
  const { customer, session } = current;
  const [sessions, passkeys, decided] = await Promise.all([
    listSessions(db, { customerId: customer.id, now }),
    readPasskeys(db, customer.id),
    readDecided(db, visit),
  ]);
  const day = (at: Temporal.Instant) => dayText(at, site.locale, site.shop.timeZone);
  const section: AccountSection = {
    name: 'privacy',
    consents: [
      {
        name: 'consent_email',
        label: message(site.locale, 'account.consent_email'),
        isChecked: customer.acceptsMarketing,
      },
    ],
    sessions: sessions.map(({ id, userAgent, renewedAt }) => ({
      id,
      title: deviceName(userAgent) ?? message(site.locale, 'account.unknown_device'),
      text: message(site.locale, 'account.session_seen', { date: day(renewedAt) }),
      isThis: id === session.id,
    })),
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      title: name,
      text: message(site.locale, 'account.passkey_added', { date: day(createdAt) }),
    })),
    passkeyAction: site.to('/account/passkeys'),
    tracking: {
      // The signal is stronger than a consent that was given before.
      choice: visit.hasGpc ? 'rejected' : decided.choice,
      since: decided.choice === 'accepted' ? day(decided.at) : undefined,
      isSignalHonoured: visit.hasGpc,
    },
  };
  return accountView(desk, visit, { current, section });
}

async function change(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site } = visit;
  const back = site.to('/account/privacy');
  const form = FORM.safeParse(visit.form);
  if (!form.success) return { kind: 'moved', to: back };
  const { do: verb, id = '', consent_email: consent } = form.data;
  const customerId = current.customer.id;
  const { db } = desk.orders;
  if (verb === 'consents') await changeConsent(desk, visit, current, consent === 'yes');
  await db.transaction().execute(async (tx) => {
    const sessionId = parseId<'customer_session'>(id);
    const passkeyId = parseId<'passkey'>(id);
    if (verb === 'revoke' && sessionId) await revokeSession(tx, { customerId, sessionId });
    if (verb === 'revoke_others')
      await revokeOtherSessions(tx, { customerId, sessionId: current.session.id });
    if (verb === 'remove_passkey' && passkeyId) await removePasskey(tx, { customerId, passkeyId });
  });
  return { kind: 'moved', to: `${back}?done=${verb === 'remove_passkey' ? 'removed' : 'saved'}` };
}

/** Kept with the words that were read (GDPR, article 7(1)); nothing is written when nothing changed. */
async function changeConsent(
  desk: ShopperDesk,
  { site, now }: Visit,
  { customer }: CurrentSession,
  isGiven: boolean,
): Promise<void> {
  if (customer.acceptsMarketing === isGiven) return;
  const record = isGiven ? giveConsent : withdrawConsent;
  await desk.orders.db.transaction().execute((tx) =>
    record(tx, {
      customerId: customer.id,
      purpose: 'marketing_email',
      textVersion: '1',
      text: message(site.locale, 'account.consent_email'),
      method: 'account',
      locale: site.locale,
      now,
    }),
  );
}

async function beginPasskey(
  desk: ShopperDesk,
  visit: Visit,
  { customer }: CurrentSession,
): Promise<Reaction> {
  const input = { customerId: customer.id, relyingParty: relyingParty(visit), now: visit.now };
  const begun = await passkeyRegistration(desk.orders.db, input);
  if (!begun.ok) return { kind: 'json', status: 422, body: {} };
  const { options, challengeToken } = begun.value;
  return { kind: 'json', body: options, cookies: [{ name: 'signIn', value: challengeToken }] };
}

async function keepPasskey(desk: ShopperDesk, visit: Visit, { customer }: CurrentSession): Promise<Reaction> {
  const { cookies, json: response, userAgent, now, site } = visit;
  const saved = await desk.orders.db.transaction().execute((tx) =>
    savePasskey(tx, {
      customerId: customer.id,
      challengeToken: cookies.signIn ?? '',
      response,
      name: deviceName(userAgent) ?? 'Passkey',
      relyingParty: relyingParty(visit),
      now,
    }),
  );
  if (!saved.ok) return { kind: 'json', status: 422, body: {} };
  return { kind: 'json', body: { next: `${site.to('/account/privacy')}?done=saved` } };
}
