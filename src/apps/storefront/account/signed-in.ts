import { type CurrentSession, readSession, renewSession } from '../../../modules/customers/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Reaction, Visit } from '../personal/visit.ts';

/** Who this browser is known as, if anybody. */
export async function readVisitor(desk: ShopperDesk, visit: Visit): Promise<CurrentSession | undefined> {
  const token = visit.cookies.session;
  if (token === undefined) return undefined;
  return readSession(desk.orders.db, { token, now: visit.now });
}

/**
 * A page for who is signed in; everybody else signs in first and comes back. A session's token is changed daily, on the
 * way out.
 */
export async function forCustomer(
  desk: ShopperDesk,
  visit: Visit,
  answer: (current: CurrentSession) => Promise<Reaction>,
): Promise<Reaction> {
  const current = await readVisitor(desk, visit);
  if (!current) {
    const next = encodeURIComponent(visit.path.slice(1));
    return { kind: 'moved', to: `${visit.site.to('/account/sign-in')}?next=${next}` };
  }
  const reaction = await answer(current);
  const token = visit.cookies.session;
  if (!current.isDue || token === undefined) return reaction;
  const renewed = await desk.orders.db
    .transaction()
    .execute((tx) => renewSession(tx, { token, now: visit.now }));
  if (renewed === undefined) return reaction;
  return { ...reaction, cookies: [{ name: 'session', value: renewed }, ...(reaction.cookies ?? [])] };
}
