import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type Count, type Policy, readPolicies, setOnHand, setPolicies } from '../../inventory/index.ts';
import { setPrices } from '../../pricing/index.ts';
import type { Issue } from '../issue.ts';
import { type Saved, variantsOf } from './saved.ts';
import { locationOf, type Setting } from './setting.ts';

type OfferInput = { readonly now: Temporal.Instant; readonly setting: Setting; readonly reference: string };

const ROWS_PER_CALL = 10_000;

export async function savePrices(
  tx: Tx,
  saved: readonly Saved[],
  now: Temporal.Instant,
): Promise<VariantId[]> {
  const prices = [...variantsOf(saved)].flatMap(({ id, variant }) =>
    variant.prices.map((price) => ({ ...price, variantId: id })),
  );
  const changed: VariantId[] = [];
  for (let start = 0; start < prices.length; start += ROWS_PER_CALL) {
    const done = await setPrices(tx, {
      prices: prices.slice(start, start + ROWS_PER_CALL),
      now,
      reason: 'import',
    });
    const [refused] = done.refused;
    if (refused !== undefined)
      throw new RangeError(`a price the import had checked was refused: ${refused.refusal.message}`);
    changed.push(...done.changed);
  }
  return changed;
}

export async function saveStock(
  tx: Tx,
  saved: readonly Saved[],
  input: OfferInput,
  issues: Issue[],
): Promise<VariantId[]> {
  const lines = new Map<VariantId, number>();
  const counts: Count[] = [];
  for (const { id, variant } of variantsOf(saved)) {
    lines.set(id, variant.line);
    for (const { location, onHand } of variant.stock) {
      const locationId = await locationOf(tx, input.setting, location);
      if (locationId !== undefined) counts.push({ variantId: id, locationId, onHand });
      else issues.push(stockIssue(variant.line, `"${location}" can be no location's code.`));
    }
  }
  const changed: VariantId[] = [];
  for (let start = 0; start < counts.length; start += ROWS_PER_CALL) {
    const part = counts.slice(start, start + ROWS_PER_CALL);
    const done = await setOnHand(tx, {
      counts: part,
      now: input.now,
      reason: 'import',
      reference: input.reference,
    });
    changed.push(...done.changed);
    issues.push(
      ...done.refused.map(({ count, refusal }) =>
        stockIssue(lines.get(count.variantId) ?? 0, refusal.message),
      ),
    );
  }
  return changed;
}

function stockIssue(line: number, message: string): Issue {
  return { line, column: 'stock', severity: 'warning', code: 'stock_not_set', message };
}

export async function savePolicies(tx: Tx, saved: readonly Saved[]): Promise<VariantId[]> {
  const told = [...variantsOf(saved)].filter(({ variant }) => variant.policy !== undefined);
  const silent = told.filter(({ variant }) => !('lowStockAt' in (variant.policy ?? {})));
  const there = await readPolicies(
    tx,
    silent.map(({ id }) => id),
  );
  const policies = told.flatMap(({ id, variant: { policy } }): Policy[] =>
    policy === undefined ? [] : [{ lowStockAt: there.get(id)?.lowStockAt, ...policy, variantId: id }],
  );
  const changed: VariantId[] = [];
  for (let start = 0; start < policies.length; start += ROWS_PER_CALL) {
    changed.push(...(await setPolicies(tx, policies.slice(start, start + ROWS_PER_CALL))).changed);
  }
  return changed;
}
