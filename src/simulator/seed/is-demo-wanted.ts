import { listProductIds } from '../../modules/catalog/index.ts';
import { readSections } from '../../modules/content/index.ts';
import { NEW_SHOP, readShop } from '../../modules/markets/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { isRemoved } from '../removal/store.ts';
import { SHOP } from '../world/shop.ts';

/**
 * Whether the demo shop is still to be opened: it was not taken out, and nobody has described a shop or put a product in, or the demo itself was
 * stopped before its home page, which is written last.
 */
export async function isDemoWanted(db: Db): Promise<boolean> {
  if (await isRemoved(db)) return false;
  const shop = await readShop(db);
  if (shop.name === SHOP.name) return (await readSections(db, 'home', shop.defaultLocale)).length === 0;
  return shop.name === NEW_SHOP.name && (await listProductIds(db, { limit: 1 })).length === 0;
}
