import { z } from 'zod';
import type { Db, Tx } from '../../platform/database/index.ts';
import { beginPieces, type PieceOutcome, type PiecesKind, type WorkId } from '../../platform/work/index.ts';
import { readDemoData } from './demo-data.ts';
import { type Kept, KINDS } from './part.ts';
import { partOf } from './parts.ts';
import { forget, noteRemoval, readMade, type Thing } from './store.ts';

const REASONS: Readonly<Record<Kept, string>> = {
  changed: 'somebody changed it: it is theirs now',
  ordered: 'it was ordered',
  in_use: 'something that stays needs it',
};

/** The demo out of the shop, thing by thing; each is looked at once more before it goes. */
export const removeDemo: PiecesKind<object> = {
  name: 'simulator.remove_demo',
  parse: (payload) => z.object({}).parse(payload),
  piecesPerBatch: 25,
  change: async (tx, _, keys, { now }) => {
    const prints = new Map((await readMade(tx)).map(({ kind, key, print }) => [`${kind}:${key}`, print]));
    const outcomes = new Map<string, PieceOutcome>();
    const things = keys.map(thingOf);
    for (const [kind, own] of Map.groupBy(things, (thing) => thing.kind)) {
      const { read, needed, remove } = partOf(kind);
      const there = await read(
        tx,
        own.map(({ key }) => key),
      );
      const kept =
        (await needed?.(
          tx,
          own.map(({ key }) => key).filter((key) => there.has(key)),
        )) ?? new Set();
      for (const { key } of own) {
        const piece = `${kind}:${key}`;
        const present = there.get(key);
        if (present === undefined) {
          outcomes.set(piece, { outcome: 'unchanged', label: piece });
          continue;
        }
        const isSame = present.print === prints.get(piece);
        const why = kept.has(key) ? 'ordered' : isSame ? await remove(tx, key, now) : 'changed';
        const { label } = present;
        outcomes.set(
          piece,
          why === undefined
            ? { outcome: 'changed', label, before: {}, after: {} }
            : { outcome: 'refused', label, reason: REASONS[why] },
        );
      }
    }
    await forget(tx, things);
    return outcomes;
  },
};

/** Puts the removal in line, as long work; what was changed or ordered stays and is named in the work's file. */
export async function beginRemoval(
  tx: Tx,
  input: { readonly title: string; readonly startedBy: string; readonly now: Temporal.Instant },
): Promise<WorkId> {
  await noteRemoval(tx, input.now);
  const keys = await allKeys(tx);
  return beginPieces(tx, removeDemo, { ...input, payload: {}, keys, undoPermission: 'system:write' });
}

async function allKeys(db: Db): Promise<string[]> {
  const parts = await readDemoData(db);
  return parts.flatMap(({ kind, goes, stays }) =>
    [...goes, ...stays.map(({ key }) => key)].map((key) => `${kind}:${key}`),
  );
}

function thingOf(piece: string): Thing {
  const [named, ...key] = piece.split(':');
  const kind = KINDS.find((one) => one === named);
  if (kind === undefined) throw new TypeError(`${JSON.stringify(piece)} is nothing the demo makes`);
  return { kind, key: key.join(':') };
}
