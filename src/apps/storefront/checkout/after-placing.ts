import type { Placed } from '../../../modules/orders/index.ts';
import { keyCookie } from '../order/order-keys.ts';
import type { CookieChange } from '../personal/cookies.ts';
import type { Reaction, Visit } from '../personal/visit.ts';
import { leavePage } from './leave.ts';

/**
 * Where an order leads: to its own page, or first to the bank. `ending` are the cookies that go once nothing is left to
 * do: a cart stays open until it is paid for.
 */
export function afterPlacing(visit: Visit, placed: Placed, ending: readonly CookieChange[]): Reaction {
  const { site } = visit;
  const keys = keyCookie(visit.cookies.orders, placed.number, placed.accessToken);
  const own = site.to(`/orders/${placed.number}`);
  switch (placed.next.kind) {
    case 'done':
    case 'instructions':
      return { kind: 'moved', to: `${own}?placed`, cookies: [keys, ...ending] };
    case 'redirect':
      return { ...leavePage(visit, placed.next.url), cookies: [keys] };
    case 'client':
      return { kind: 'moved', to: site.to('/checkout/pay'), cookies: [keys] };
    case 'wait':
      return { kind: 'moved', to: site.to('/checkout/return'), cookies: [keys] };
  }
}
