import { type Effects, NO_EFFECTS } from './effects.ts';
import { groupOf, type Item, type Past } from './item.ts';
import { weekdayShares } from './weekday-shares.ts';

/** What items have in common, by group and over all of them: learnt from those that sell most, where it shows. */
export function learnEffects(items: readonly Item[], past: Past): Effects {
  const weekdays = weekdayShares(items, past);
  const groups: Record<string, Effects['shop']> = {};
  for (const group of new Set(items.map(groupOf)))
    groups[group] = { ...NO_EFFECTS, weekdays: weekdays(group) };
  return { groups, shop: { ...NO_EFFECTS, weekdays: weekdays('') } };
}
