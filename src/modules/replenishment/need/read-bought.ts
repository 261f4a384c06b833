import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { type ForecastStamp, readForecastStamps } from '../../forecasting/index.ts';
import { type Position, readPositions } from '../../inventory/index.ts';
import { type OnOrder, readOnOrder, readSources, type Source } from '../../purchasing/index.ts';
import { type Margin, readMargins } from '../margin/read-margins.ts';
import type { Policy } from '../policy/policy.ts';
import { type Ground, policiesOf } from './ground.ts';

/** What is known of a variant that has a price, but for what will be wanted of it. */
export type About = {
  readonly margin: Margin;
  readonly position: Position;
  /** Whom it is bought from first; nobody sells it to the shop. */
  readonly source: Source | undefined;
  readonly policy: Policy;
  readonly onOrder: readonly OnOrder[];
};

/** Somebody sells it to the shop, it is counted, and it can be sent. */
export type Bought = About & { readonly source: Source };

/** Of each variant with a price; so many reads, however many they are. */
export async function readAbout(
  db: Db,
  variantIds: readonly VariantId[],
  ground: Ground,
): Promise<Map<VariantId, About>> {
  const [margins, positions, sources, onOrder] = await Promise.all([
    readMargins(db, variantIds, ground),
    readPositions(db, variantIds),
    readSources(db, variantIds, ground.now),
    readOnOrder(db, variantIds),
  ]);
  const policyOf = policiesOf(ground);
  return new Map(
    variantIds.flatMap((id): [VariantId, About][] => {
      const [margin, position] = [margins.get(id), positions.get(id)];
      if (margin === undefined || position === undefined) return [];
      const policy = policyOf(id, margin.sellable.categoryPaths[0]);
      const source = sources.get(id)?.[0];
      return [[id, { margin, position, source, policy, onOrder: onOrder.get(id) ?? [] }]];
    }),
  );
}

export function isBought(about: About): about is Bought {
  const { source, position, margin } = about;
  return source !== undefined && position.isTracked && margin.sellable.kind === 'physical';
}

/** What can be ordered, with what its forecast was made from: enough to tell whether a need is as it was. */
export async function readBought(
  db: Db,
  variantIds: readonly VariantId[],
  ground: Ground,
): Promise<(readonly [VariantId, Bought, ForecastStamp])[]> {
  const [about, stamps] = await Promise.all([
    readAbout(db, variantIds, ground),
    readForecastStamps(db, variantIds),
  ]);
  return [...about].flatMap(([id, one]) => {
    const stamp = stamps.get(id);
    return stamp !== undefined && isBought(one) ? [[id, one, stamp] as const] : [];
  });
}
