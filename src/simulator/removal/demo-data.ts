import type { Db } from '../../platform/database/index.ts';
import type { Kept, Kind } from './part.ts';
import { PARTS } from './parts.ts';
import { readMade } from './store.ts';

export type DemoPart = {
  readonly kind: Kind;
  /** Keys of what goes. */
  readonly goes: readonly string[];
  readonly stays: readonly { readonly key: string; readonly label: string; readonly why: Kept }[];
};

/** What the demo put into the shop and is there still: what would go, and what stays because it is somebody's by now. */
export async function readDemoData(db: Db): Promise<readonly DemoPart[]> {
  const made = Map.groupBy(await readMade(db), ({ kind }) => kind);
  const parts: DemoPart[] = [];
  for (const { kind, read, needed } of PARTS) {
    const own = new Map((made.get(kind) ?? []).map(({ key, print }) => [key, print]));
    if (own.size === 0) continue;
    // In the order of what is there: of categories those below first.
    const there = [...(await read(db, [...own.keys()]))].filter(([key]) => own.has(key));
    const kept =
      (await needed?.(
        db,
        there.map(([key]) => key),
      )) ?? new Set();
    const goes: string[] = [];
    const stays: { key: string; label: string; why: Kept }[] = [];
    for (const [key, { label, print }] of there) {
      if (kept.has(key)) stays.push({ key, label, why: 'ordered' });
      else if (print !== own.get(key)) stays.push({ key, label, why: 'changed' });
      else goes.push(key);
    }
    if (goes.length + stays.length > 0) parts.push({ kind, goes, stays });
  }
  return parts;
}
