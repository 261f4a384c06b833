import { type CurrencyCode, divideRounded, money } from '../../../../kernel/index.ts';
import { readSellables, type VariantId } from '../../../../modules/catalog/index.ts';
import { readCostLevels } from '../../../../modules/ledger/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';

/** What so many pieces cost together; `isAverage`: the moving average of what came in, not the catalogue's figure. */
export type UnitCost = {
  readonly quantity: bigint;
  readonly valueMinor: bigint;
  readonly isAverage: boolean;
};

export type UnitCosts = {
  readonly currency: CurrencyCode;
  readonly has: (variantId: VariantId) => boolean;
  readonly of: (variantId: VariantId) => UnitCost | undefined;
  /** At cost, rounded once; undefined where no cost is known. */
  readonly worthOf: (variantId: VariantId, pieces: number) => ReturnType<typeof moneyOf> | undefined;
  /** Of those whose cost is known. */
  readonly sumOf: (
    pieces: readonly (readonly [VariantId, number])[],
  ) => ReturnType<typeof moneyOf> | undefined;
};

/**
 * What goods cost, in the shop's own currency unless another is asked for: their moving average where some were
 * ever valued, else what the catalogue says.
 */
export async function readUnitCosts(
  db: Db,
  variantIds: readonly VariantId[],
  asked?: CurrencyCode,
): Promise<UnitCosts> {
  const ids = [...new Set(variantIds)];
  const currency = asked ?? (await readShop(db)).defaultCurrency;
  const costs = await costsIn(db, ids, currency);
  const minorOf = (variantId: VariantId, pieces: number) => {
    const cost = costs.get(variantId);
    return cost && divideRounded(cost.valueMinor * BigInt(pieces), cost.quantity);
  };
  const told = (minor: bigint | undefined) =>
    minor === undefined ? undefined : moneyOf(money(minor, currency));
  return {
    currency,
    has: (variantId) => costs.has(variantId),
    of: (variantId) => costs.get(variantId),
    worthOf: (variantId, pieces) => told(minorOf(variantId, pieces)),
    sumOf: (pieces) => told(pieces.reduce((sum, [id, count]) => sum + (minorOf(id, count) ?? 0n), 0n)),
  };
}

async function costsIn(db: Db, ids: readonly VariantId[], currency: CurrencyCode) {
  const [levels, sellables] = await Promise.all([readCostLevels(db, ids, currency), readSellables(db, ids)]);
  const costs = new Map<VariantId, UnitCost>();
  for (const id of ids) {
    const level = levels.get(id);
    const own = sellables.get(id)?.cost;
    if (level !== undefined && level.quantity > 0n) costs.set(id, { ...level, isAverage: true });
    else if (own?.currency === currency)
      costs.set(id, { quantity: 1n, valueMinor: own.minor, isAverage: false });
  }
  return costs;
}
