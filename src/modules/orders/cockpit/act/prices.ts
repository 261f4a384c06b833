import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import type { ApiMoney } from '../../../../platform/cockpit/text/index.ts';

/** What goods cost now in a currency, one of each; what is not sold in it, or not read yet, has none. */
export function usePrices(
  variantIds: readonly string[],
  currency: string,
): (variantId: string) => ApiMoney | undefined {
  const isOff = !useMay()('products:read') || variantIds.length === 0;
  const query = { variantId: [...variantIds].toSorted(), currency: [currency], limit: '100' };
  const found = useRead('listPriceRows', { query }, { about: ['pricing'], isOff, isKept: true });
  const rows = isOff ? [] : (found.data?.items ?? []);
  return (variantId) => rows.find(({ item }) => item.variantId === variantId)?.prices[0]?.price;
}
