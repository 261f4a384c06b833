import { ok } from '../../../../kernel/index.ts';
import { listProductIds } from '../../../../modules/catalog/index.ts';
import { NEW_SHOP, readShop } from '../../../../modules/markets/index.ts';
import { listOrders } from '../../../../modules/orders/index.ts';
import { readAllMethods, readProvidersSetUp } from '../../../../modules/payments/index.ts';
import { readShippingRulebook } from '../../../../modules/shipping/index.ts';
import { readTaxRates } from '../../../../modules/taxes/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { SETUP_STEPS, type setupEndpoints } from '../contract/setup.ts';
import type { AdminDeps } from '../deps.ts';

export function setupHandlers({ reads }: AdminDeps): Handlers<typeof setupEndpoints> {
  return {
    readSetup: async () => {
      const done = await stepsDone(reads);
      const steps = SETUP_STEPS.map((name) => ({ name, isDone: done[name] }));
      return ok({ steps, canSell: done.products && done.delivery && done.payments });
    },
  };
}

async function stepsDone(db: Db): Promise<Readonly<Record<(typeof SETUP_STEPS)[number], boolean>>> {
  const [shop, products, { methods }, rates, ways, setUp, { orders }] = await Promise.all([
    readShop(db),
    listProductIds(db, { limit: 1 }),
    readShippingRulebook(db),
    readTaxRates(db),
    readAllMethods(db),
    readProvidersSetUp(db),
    listOrders(db, { limit: 1 }),
  ]);
  return {
    shop: shop.name !== NEW_SHOP.name && shop.email !== '' && shop.country !== '',
    products: products.length > 0,
    delivery: methods.length > 0,
    taxes: rates.length > 0,
    payments: ways.some(({ isActive, provider }) => isActive && setUp.has(provider)),
    address: shop.baseUrl !== '',
    order: orders.length > 0,
  };
}
