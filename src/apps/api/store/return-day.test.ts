import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import {
  defaultLocation,
  labelUnavailable,
  setIncoming,
  setOnHand,
} from '../../../modules/inventory/index.ts';
import { transact } from '../../../platform/database/index.ts';
import { aSearch, documentsOf } from '../../storefront/testing/a-search.ts';
import { aShop, idIn } from '../../storefront/testing/a-shop.ts';
import { anApi } from '../testing/an-api.ts';

const connection = await testDatabase();
const { db } = connection;
const now = Temporal.Now.instant();
const shop = await aShop(db, now);
const documents = documentsOf(shop).map((one) => ({ ...one, isBuyable: one.handle !== 'linen-shirt' }));
const app = await anApi(connection, aSearch(documents));
after(() => app.close());

const ask = async (path: string) => (await app.inject(`/api/store/v1${path}`)).json();
const shirts = ['S-RED', 'S-BLUE', 'M-RED', 'M-BLUE'].map((sku) => idIn(shop.variants, `SHIRT-${sku}`));
const inTwoWeeks = now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 14 });

test('what is sold out has the day of its return where the shop says so, alone, in lists and by id', async () => {
  const days = async () => {
    const { variants } = await ask('/products/linen-shirt');
    const lists = [
      await ask('/search?q=linen'),
      await ask(`/products?ids=${idIn(shop.products, 'linen-shirt')}`),
    ];
    return [variants[0].availability, ...lists.map(({ items }) => items[0])].map((one) => one.expectedOn);
  };
  const { id: locationId } = await defaultLocation(db);
  await transact(db, async (tx) => {
    const counts = shirts.map((variantId) => ({ variantId, locationId, onHand: 0 }));
    await setOnHand(tx, { counts, now, reason: 'count', reference: 'test' });
    const [red] = shirts;
    assert.ok(red);
    await setIncoming(tx, [{ variantId: red, locationId, expectedOn: inTwoWeeks, quantity: 3 }]);
  });
  assert.deepEqual(await days(), [undefined, undefined, undefined]);
  const label = (isLabelled: boolean) =>
    transact(db, (tx) =>
      labelUnavailable(
        tx,
        shirts.map((variantId) => ({ variantId, isLabelled })),
      ),
    );
  await label(true);
  const day = inTwoWeeks.toString();
  await until(async () => (await days()).every((found) => found === day));
  await label(false);
  await until(async () => (await days()).every((found) => found === undefined));
});

/** Asks again until it holds; a change is followed within a moment, never in the same one. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, 'it did not become so');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
