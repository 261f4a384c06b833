import type { PriceChange } from '../price.ts';
import { changesOver, inForceAt } from './changes-over.ts';

/** Whether a list applied at all, from `changedAt` on. */
export type ListSetting = {
  readonly isActive: boolean;
  readonly startsAt: Temporal.Instant | undefined;
  readonly endsAt: Temporal.Instant | undefined;
  readonly changedAt: Temporal.Instant;
};

/** A list's price for one piece from `changedAt` on; undefined when it had none. */
export type ListChange = { readonly amountMinor: bigint | undefined; readonly changedAt: Temporal.Instant };

/**
 * What those paid whom a list is for: its price while it applied and was less than the base price, else that. Where
 * the list makes it less, the base price is what it is compared at: `announcedReduction` of this history says what
 * may be announced to them.
 *
 * @param base of the variant in one currency, oldest first; likewise the others
 */
export function listHistory(
  base: readonly PriceChange[],
  list: { readonly prices: readonly ListChange[]; readonly settings: readonly ListSetting[] },
): PriceChange[] {
  const moments = [
    ...[...base, ...list.prices, ...list.settings].map(({ changedAt }) => changedAt),
    ...list.settings.flatMap(({ startsAt, endsAt }) => [startsAt ?? [], endsAt ?? []].flat()),
  ];
  return changesOver(moments, (moment) => {
    const own = inForceAt(base, moment);
    const setting = inForceAt(list.settings, moment);
    const amountMinor = inForceAt(list.prices, moment)?.amountMinor;
    if (own?.amountMinor === undefined || amountMinor === undefined || !isOn(setting, moment)) return own;
    if (amountMinor >= own.amountMinor) return { amountMinor, compareAtMinor: undefined };
    return { amountMinor, compareAtMinor: own.amountMinor };
  });
}

function isOn(setting: ListSetting | undefined, moment: Temporal.Instant): boolean {
  if (setting === undefined || !setting.isActive) return false;
  const { startsAt, endsAt } = setting;
  if (startsAt !== undefined && Temporal.Instant.compare(moment, startsAt) < 0) return false;
  return endsAt === undefined || Temporal.Instant.compare(moment, endsAt) < 0;
}
