import type { Decision } from '../decision.ts';

export const GROUPINGS = ['none', 'kind', 'supplier', 'subject'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export function groupingOf(text: string): Grouping {
  return GROUPINGS.find((one) => one === text) ?? 'none';
}

/** Decisions in groups, each where its best stands; within a group in the order of the list. */
export function groupsOf(
  decisions: readonly Decision[],
  by: Grouping,
): readonly { readonly key: string; readonly decisions: readonly Decision[] }[] {
  if (by === 'none') return decisions.length === 0 ? [] : [{ key: '', decisions }];
  const keyOf = (one: Decision) =>
    by === 'kind' ? one.kind : by === 'supplier' ? one.supplier : (one.subject.label.split(' · ')[0] ?? '');
  const groups = new Map<string, Decision[]>();
  for (const one of decisions) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].map(([key, some]) => ({ key, decisions: some }));
}
