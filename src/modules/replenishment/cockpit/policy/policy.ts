import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import type { replenishmentWords } from '../words.ts';

export type Policies = Told<'listReplenishmentPolicies'>;
export type Policy = Policies['standard'];

/** Of what a policy is: `name` as people call it. */
export type PolicyOf = Pick<Policies['policies'][number], 'scope' | 'id' | 'name'>;

/** The shop has no id. */
export const OF_SHOP = '00000000-0000-0000-0000-000000000000';

/** What a policy says for itself, in a line. */
export function policyText(policy: Policy, words: ReturnType<typeof replenishmentWords>): string {
  const { lines, off, nothing } = words.policies;
  const { isOff, service, minMax, maxCoverDays, budget, storagePieces } = policy;
  if (isOff === true) return off;
  const said = [
    ...(service
      ? [service.kind === 'cost' ? lines.cost : lines[service.kind](percentOf(service.share ?? 0, 2))]
      : []),
    ...(minMax ? [lines.minMax(countOf(minMax.min), countOf(minMax.max))] : []),
    ...(maxCoverDays ? [lines.days(countOf(maxCoverDays))] : []),
    ...(budget ? [lines.budget(budget)] : []),
    ...(storagePieces ? [lines.storage(countOf(storagePieces))] : []),
  ];
  const others = [policy.holdingRate, policy.orderCost, policy.substitutionShare].filter(
    (one) => one !== undefined && one !== null,
  ).length;
  const all = others > 0 ? [...said, lines.others(countOf(others))] : said;
  return all.length === 0 ? nothing : all.join(' · ');
}
