import { expectOk } from '../../src/kernel/index.ts';
import { addGiftCard } from '../../src/modules/carts/index.ts';
import { type GiftCardId, giftCardKeyOf, issueGiftCard } from '../../src/modules/credits/index.ts';
import { saveCodes, savePromotion } from '../../src/modules/pricing/index.ts';
import { EUR, NOW, type SellingShop } from './open-shop.ts';
import { aNetwork } from './shopper.ts';

const KEY = giftCardKeyOf(Buffer.alloc(32, 7));

/** So much off the whole order for whoever gives the code, as often as `uses` says. */
export async function aCode(
  { deps }: SellingShop,
  code: string,
  { rateMillionths, uses }: { readonly rateMillionths: number; readonly uses?: number },
): Promise<void> {
  const benefits = [{ kind: 'percent_off', per: 'order', rateMillionths }];
  const promotion = {
    name: code,
    trigger: 'code',
    lane: 2,
    benefits,
    limits: uses === undefined ? {} : { uses },
  };
  await deps.db.transaction().execute(async (tx) => {
    const saved = expectOk(await savePromotion(tx, { promotion, now: NOW }));
    expectOk(await saveCodes(tx, { promotionId: saved.id, codes: [code] }));
  });
}

export type TestGiftCard = { readonly id: GiftCardId; readonly code: string; readonly pin: string };

/** A gift card that the shop gives away. */
export async function aGiftCard({ deps }: SellingShop, amountMinor: bigint): Promise<TestGiftCard> {
  return deps.db
    .transaction()
    .execute((tx) => issueGiftCard(tx, { key: KEY, amountMinor, currency: EUR, now: NOW }));
}

export async function payWith(
  { deps }: SellingShop,
  token: string,
  { code, pin }: TestGiftCard,
): Promise<void> {
  expectOk(await addGiftCard(deps, { token, key: KEY, ip: aNetwork(), code, pin, now: NOW }));
}
