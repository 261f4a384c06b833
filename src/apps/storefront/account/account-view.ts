import type { CurrentSession } from '../../../modules/customers/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { AccountPage, AccountSection, StatusNote } from '../model/index.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Reaction, Visit } from '../personal/visit.ts';

const SECTIONS: readonly (readonly [AccountSection['name'], path: string, MessageKey])[] = [
  ['orders', '/account', 'account.orders'],
  ['addresses', '/account/addresses', 'account.addresses'],
  ['wishlist', '/account/wishlist', 'account.wishlist'],
  ['privacy', '/account/privacy', 'account.privacy'],
];

/** A page of the account: one section of it, with the way to the others. */
export function accountView(
  desk: ShopperDesk,
  visit: Visit,
  input: {
    readonly current: CurrentSession;
    readonly section: AccountSection;
    readonly isProblem?: boolean;
  },
): Reaction {
  const { site } = visit;
  const { customer } = input.current;
  const title = message(site.locale, 'account.title');
  const name = customer.name.trim().split(/\s+/)[0] ?? '';
  const page: AccountPage = {
    kind: 'account',
    status: statusOf(visit),
    greeting: name === '' ? title : message(site.locale, 'account.greeting', { name }),
    email: customer.email,
    navigation: SECTIONS.map(([section, path, key]) => ({
      title: message(site.locale, key),
      href: site.to(path),
      isCurrent: section === input.section.name,
    })),
    section: input.section,
  };
  return {
    kind: 'page',
    view: personalView(desk, visit, { title, page }),
    status: input.isProblem === true ? 422 : 200,
  };
}

function statusOf({ query, site }: Visit): StatusNote | undefined {
  const done = query.get('done');
  if (done === 'saved') return { kind: 'done', text: message(site.locale, 'account.saved') };
  return done === 'removed' ? { kind: 'done', text: message(site.locale, 'account.removed') } : undefined;
}
