import { parseId } from '../../../kernel/index.ts';
import type { CartRefusal } from '../../../modules/carts/index.ts';
import { readSellables } from '../../../modules/catalog/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { StatusNote } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';

/** What the address says was just done: only ever words about the cart, so that a made-up one harms nobody. */
export async function cartStatus(desk: ShopperDesk, visit: Visit): Promise<StatusNote | undefined> {
  const { query, site } = visit;
  const done = query.get('done');
  if (done === null && visit.cookies.aside !== undefined) return setAsideStatus(site);
  if (done === 'changed') return { kind: 'done', text: message(site.locale, 'cart.updated') };
  const variantId = parseId<'variant'>(query.get('variant') ?? '');
  if ((done !== 'added' && done !== 'removed') || variantId === undefined) return undefined;
  const title = (await readSellables(desk.db, [variantId])).get(variantId)?.title;
  if (title === undefined) return undefined;
  if (done === 'added') return { kind: 'done', text: message(site.locale, 'buy.added', { title }) };
  const quantity = query.get('quantity') ?? '1';
  const undo = {
    label: message(site.locale, 'cart.undo'),
    action: site.to('/cart'),
    fields: { do: 'add', variant: variantId, quantity: /^\d{1,4}$/.test(quantity) ? quantity : '1' },
  };
  return { kind: 'done', text: message(site.locale, 'cart.removed', { title }), undo };
}

function setAsideStatus({ locale, to }: Site): StatusNote {
  const undo = {
    label: message(locale, 'pay_link.back'),
    action: to('/cart'),
    fields: { do: 'own_cart' },
  };
  return { kind: 'careful', text: message(locale, 'pay_link.aside'), undo };
}

const REFUSALS: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['out_of_stock', 'cart.not_enough'],
  ['not_for_sale', 'cart.not_for_sale'],
  ['unknown_variant', 'cart.not_for_sale'],
  ['not_a_quantity', 'cart.not_a_quantity'],
  ['too_many_lines', 'cart.too_many_lines'],
]);

export function refusalText({ code }: CartRefusal, { locale }: Pick<Site, 'locale'>): string {
  return message(locale, REFUSALS.get(code) ?? 'problem.try_again');
}
