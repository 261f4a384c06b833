import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../platform/database/index.ts';

export const KINDS = [
  ...(['past', 'home', 'menu', 'promotion', 'search_rule', 'synonym', 'collection', 'size_table'] as const),
  ...(['page', 'supplier', 'product', 'category'] as const),
] as const;
/** What the demo puts into a shop, in the order in which it is taken out again. */
export type Kind = (typeof KINDS)[number];

/** One thing that is there: what people call it, and a print of what it says. */
export type Present = { readonly label: string; readonly print: string };

/** Why something stays. */
export type Kept = 'changed' | 'ordered' | 'in_use';

/** One kind of what the demo makes. */
export type Part = {
  readonly kind: Kind;
  /** What is there now, by key: all of it, or at least what there is of these. */
  readonly read: (db: Db, keys?: readonly string[]) => Promise<ReadonlyMap<string, Present>>;
  /** Which of these have to stay, whoever made them. */
  readonly needed?: (db: Db, keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Takes one away; why it cannot be. */
  readonly remove: (tx: Tx, key: string, now: Temporal.Instant) => Promise<Kept | undefined>;
};

/** The same for the same content, whatever it is made of. */
export function printOf(content: unknown): string {
  const text = JSON.stringify(content, (_, value) => {
    if (value instanceof Map) return [...value];
    return typeof value === 'bigint' ? String(value) : value;
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
