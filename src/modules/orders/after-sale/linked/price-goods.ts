import { type CurrencyCode, ok, type Result, refuse } from '../../../../kernel/index.ts';
import { addLine, createCart, type PricedCart, readCartToOrder, setDetails } from '../../../carts/index.ts';
import type { OrderDeps } from '../../deps.ts';
import type { Order } from '../../order.ts';
import type { LinkRefusal, Wish } from './linked-order.ts';

const MOST_LINES = 100;

type Parent = Pick<
  Order,
  | 'market'
  | 'locale'
  | 'currency'
  | 'email'
  | 'phone'
  | 'shippingAddress'
  | 'billingAddress'
  | 'vatId'
  | 'delivery'
>;

/**
 * What more goods cost now, for whoever placed an order and where it goes. They are quoted by themselves: nothing of the
 * order is quoted again with them.
 */
export async function priceGoods(
  deps: OrderDeps,
  parent: Parent,
  { lines, now }: { readonly lines: readonly Wish[]; readonly now: Temporal.Instant },
): Promise<Result<PricedCart, LinkRefusal>> {
  if (lines.length === 0) return refuse('no_lines', 'at least one line', 'lines');
  if (lines.length > MOST_LINES) return refuse('too_many_lines', `at most ${MOST_LINES} lines`, 'lines');
  const { market, locale } = parent;
  const currency: CurrencyCode = parent.currency;
  const { token } = await createCart(deps, { market, locale, currency, now });
  for (const [index, line] of lines.entries()) {
    const added = await addLine(deps, { token, ...line, now });
    if (!added.ok) {
      const code = added.refusal.code === 'out_of_stock' ? 'out_of_stock' : 'not_sold';
      return refuse(code, added.refusal.message, `lines[${index}]`);
    }
  }
  const { email, phone, shippingAddress, billingAddress, vatId } = parent;
  const address = shippingAddress === undefined ? {} : { shippingAddress };
  const details = { email, phone, billingAddress, vatId, ...address };
  const said = await setDetails(deps, { token, details, now });
  if (!said.ok) throw new RangeError(`an order's own details are refused: ${said.refusal.message}`);
  return deliverable(deps, parent, { token, now });
}

/** With delivery chosen as before, where that is possible. */
async function deliverable(
  deps: OrderDeps,
  { delivery }: Parent,
  by: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<PricedCart, LinkRefusal>> {
  const priced = await readCartToOrder(deps, by);
  if (priced === undefined) throw new RangeError('a cart that was just filled is gone');
  const short = priced.lines.find((line) => !line.isGift && line.soldQuantity < line.quantity);
  if (short !== undefined) {
    return refuse('out_of_stock', `${short.soldQuantity} of ${short.title} are left`, 'lines');
  }
  if (!priced.missing.includes('delivery')) {
    return priced.missing.length === 0
      ? ok(priced)
      : refuse('cannot_be_delivered', priced.missing.join(', '));
  }
  const option = priced.deliveryOptions.find(({ id }) => id === delivery?.id) ?? priced.deliveryOptions[0];
  if (option === undefined) return refuse('cannot_be_delivered', 'they cannot be delivered there', 'lines');
  const chosen = await setDetails(deps, { ...by, details: { deliveryOptionId: option.id } });
  const again = chosen.ok ? await readCartToOrder(deps, by) : undefined;
  if (again === undefined) throw new RangeError('a delivery that was offered is refused');
  return ok(again);
}
