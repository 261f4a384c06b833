import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import { type ProductId, readProductIdsOfVariants, type VariantId } from '../../../modules/catalog/index.ts';
import { addWish, type CurrentSession, readWishlist, removeWish } from '../../../modules/customers/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { accountView } from './account-view.ts';
import { forCustomer } from './signed-in.ts';

const FORM = z.strictObject({ do: z.enum(['add', 'remove']), variant: z.string().max(60) });

/** What a customer wishes to come back to; nobody else sees it. */
export function wishlistRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/account/wishlist',
    get: (visit) => forCustomer(desk, visit, (current) => list(desk, visit, current)),
    post: (visit) => forCustomer(desk, visit, (current) => change(desk, visit, current)),
  };
}

async function list(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { site, now } = visit;
  const wished = await readWishlist(desk.orders.db, current.customer.id);
  const variantIds = wished.flatMap((id) => parseId<'variant'>(id) ?? []);
  const products = await readProductIdsOfVariants(desk.db, variantIds);
  const variantOf = new Map<ProductId, VariantId>();
  for (const [variantId, productId] of products)
    if (!variantOf.has(productId)) variantOf.set(productId, variantId);
  const cards: {
    readonly variantId: string;
    readonly card: Awaited<ReturnType<typeof desk.shelf.cards>>[number];
  }[] = [];
  for (const [productId, variantId] of variantOf) {
    const [card] = await desk.shelf.cards([productId], site, now);
    if (card) cards.push({ variantId, card });
  }
  return accountView(desk, visit, { current, section: { name: 'wishlist', cards } });
}

async function change(desk: ShopperDesk, visit: Visit, current: CurrentSession): Promise<Reaction> {
  const { now, site } = visit;
  const form = FORM.safeParse(visit.form);
  const variantId = form.success ? parseId<'variant'>(form.data.variant) : undefined;
  const back = site.to('/account/wishlist');
  if (!form.success || variantId === undefined) return { kind: 'moved', to: back };
  const wish = { customerId: current.customer.id, variantId };
  await desk.orders.db.transaction().execute(async (tx) => {
    if (form.data.do === 'remove') await removeWish(tx, wish);
    else await addWish(tx, { ...wish, now });
  });
  return { kind: 'moved', to: `${back}?done=${form.data.do === 'add' ? 'saved' : 'removed'}` };
}
