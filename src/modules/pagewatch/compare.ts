import type { SeenPage, Trait, TraitKind } from './page.ts';

export type Difference = {
  readonly change: 'added' | 'changed' | 'removed';
  readonly page: string;
  readonly kind: TraitKind | 'page';
  readonly subject: string;
  /** '' where there was nothing. */
  readonly was: string;
  /** '' where there is nothing any more. */
  readonly is: string;
};

/**
 * Everything in which pages differ from what was approved (PCI DSS 4.0.1, 11.6.1: "changes, additions, and deletions").
 * The order of traits says nothing. One that went beside one of the same kind and subject that came is one change; a
 * page that nobody approved is one addition, whatever is in it.
 */
export function compare(approved: readonly SeenPage[], seen: readonly SeenPage[]): Difference[] {
  const before = new Map(approved.map((each) => [each.page, each.traits]));
  const after = new Map(seen.map((each) => [each.page, each.traits]));
  const pages = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return pages.flatMap((page) => {
    const [was, is] = [before.get(page), after.get(page)];
    if (was !== undefined && is !== undefined) return compareTraits(page, was, is);
    const change = was === undefined ? ('added' as const) : ('removed' as const);
    return [{ change, page, kind: 'page' as const, subject: page, was: '', is: '' }];
  });
}

function compareTraits(page: string, approved: readonly Trait[], seen: readonly Trait[]): Difference[] {
  const [before, after] = [bySubject(approved), bySubject(seen)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [had, has] = [before.get(key) ?? [], after.get(key) ?? []];
    const gone = without(had, has);
    const come = without(has, had);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Difference[] => {
      const [was, is] = [gone[index], come[index]];
      const trait = is ?? was;
      if (trait === undefined) return [];
      const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      const { kind, subject } = trait;
      return [{ change, page, kind, subject, was: was?.value ?? '', is: is?.value ?? '' }];
    }).flat();
  });
}

function bySubject(traits: readonly Trait[]): Map<string, Trait[]> {
  return Map.groupBy(traits, ({ kind, subject }) => JSON.stringify([kind, subject]));
}

/** Those of `some` that `others` do not have, each as often as it is missing there. */
function without(some: readonly Trait[], others: readonly Trait[]): Trait[] {
  const left = others.map(({ value }) => value);
  return some.filter(({ value }) => {
    const place = left.indexOf(value);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}
