import type { SearchQuery } from '../query.ts';
import type { RuleTarget, SearchRule } from '../settings.ts';
import { type Core, unpackPlace } from './core.ts';

/** Where a merchandiser wants products in a list. Pins are told by place from the top, 1 is first. */
export type Placements = {
  readonly placeOf: ReadonlyMap<number, number>;
  /** Before all others that are not pinned, after them, or among them; by slot. */
  readonly hasGroups: boolean;
  readonly groupOf: (slot: number) => -1 | 0 | 1;
  /** The collection's own order, least first. */
  readonly positionOf: (slot: number) => number;
};

export const NO_PLACEMENTS: Placements = {
  placeOf: new Map(),
  hasGroups: false,
  groupOf: () => 0,
  positionOf: () => 0,
};

/** The placements of the query's collection: kept with each of its products. */
export function collectionPlacements(core: Core, query: SearchQuery, slots: Uint32Array): Placements {
  const collection = core.values.numberOf('collection', query.collectionId ?? '');
  const usesPlaces = query.usePlacements ?? query.sort === 'manual';
  if (collection === undefined || !(usesPlaces || query.sort === 'manual')) return NO_PLACEMENTS;
  const placeOf = new Map<number, number>();
  const groups = new Int8Array(core.columns.count);
  const positions = new Int32Array(core.columns.count);
  let hasGroups = false;
  for (const slot of slots) {
    const places = core.columns.placesOf(slot);
    for (let at = 0; at < places.length; at += 3) {
      if (places[at] !== collection) continue;
      positions[slot] = (places[at + 1] ?? 0) | 0;
      const { kind, place } = unpackPlace(places[at + 2] ?? 0);
      if (!usesPlaces || kind === null) continue;
      if (kind === 'pin') placeOf.set(slot, place);
      else {
        groups[slot] = kind === 'boost' ? -1 : 1;
        hasGroups = true;
      }
    }
  }
  return {
    placeOf,
    hasGroups,
    groupOf: (slot) => (groups[slot] === 1 ? 1 : groups[slot] === -1 ? -1 : 0),
    positionOf: (slot) => positions[slot] ?? 0,
  };
}

/** A search rule's pins, in their order. */
export function rulePlacements(core: Core, rule: SearchRule): Placements {
  const placeOf = new Map<number, number>();
  for (const [index, productId] of rule.pinned.entries()) {
    const slot = core.slotOf(productId);
    if (slot !== undefined) placeOf.set(slot, index + 1);
  }
  return { ...NO_PLACEMENTS, placeOf };
}

/** How much a rule's boosts and buries change a product's relevance. */
export const RULE_FACTORS = { boost: 3, bury: 0.1 } as const;

/** A rule's factor for a slot's relevance: 1 for what it does not name. */
export function ruleFactors(core: Core, rule: SearchRule): (slot: number) => number {
  const boosted = targets(core, rule.boosted);
  const buried = targets(core, rule.buried);
  return (slot) => {
    let factor = 1;
    if (boosted.slots.has(slot)) factor *= RULE_FACTORS.boost;
    if (buried.slots.has(slot)) factor *= RULE_FACTORS.bury;
    for (const value of core.columns.valuesOf(slot)) {
      if (boosted.values.has(value)) factor *= RULE_FACTORS.boost;
      if (buried.values.has(value)) factor *= RULE_FACTORS.bury;
    }
    return factor;
  };
}

function targets(core: Core, list: readonly RuleTarget[]): { slots: Set<number>; values: Set<number> } {
  const slots = new Set<number>();
  const values = new Set<number>();
  for (const { facet, value } of list) {
    const number = facet === 'product' ? core.slotOf(value) : core.values.numberOf(facet, value);
    if (number !== undefined) (facet === 'product' ? slots : values).add(number);
  }
  return { slots, values };
}
