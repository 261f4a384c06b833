import type { AnalyticsClient } from '../../analytics/index.ts';
import { decisionsOf, type Kinds } from '../registry.ts';
import { expedite } from './expedite.ts';
import { hideProduct } from './hide-product.ts';
import { lookedIn } from './looked.ts';
import { lowStockPromotionOff } from './low-stock-promotion-off.ts';
import { markDown } from './mark-down.ts';
import { raisePrice } from './raise-price.ts';
import { reorder } from './reorder.ts';
import { soldIn } from './sold.ts';
import { splitOrder } from './split-order.ts';
import { stopBackorders } from './stop-backorders.ts';
import { transfer } from './transfer.ts';

/** The kinds of decisions that the shop comes with. */
export function builtInKinds(analytics: Pick<AnalyticsClient, 'runAsk'>): Kinds {
  const sold = soldIn(analytics);
  return decisionsOf([
    ...[reorder(sold), transfer(sold), expedite(sold), splitOrder(sold), markDown(sold), raisePrice(sold)],
    ...[lowStockPromotionOff(sold), stopBackorders, hideProduct(lookedIn(analytics), sold)],
  ]);
}
