import type { DecisionKind } from './kind.ts';

/** The kinds that there are, by their ids: given by wiring, so that other modules may bring theirs. */
export type Kinds = ReadonlyMap<string, DecisionKind>;

/** Throws when two share an id. */
export function decisionsOf(kinds: readonly DecisionKind[]): Kinds {
  const byId = new Map<string, DecisionKind>();
  for (const kind of kinds) {
    if (byId.has(kind.id)) throw new Error(`two kinds of decisions are called ${kind.id}`);
    byId.set(kind.id, kind);
  }
  return byId;
}

/** The kind of a decision that is there; it throws where wiring has left it out. */
export function kindOf(kinds: Kinds, id: string): DecisionKind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new RangeError(`nobody brought decisions of the kind ${id}`);
  return kind;
}
