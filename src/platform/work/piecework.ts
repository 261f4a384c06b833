import { Readable } from 'node:stream';
import { z } from 'zod';
import { csvCell, csvLine } from '../csv/index.ts';
import type { Job } from '../jobs/index.ts';
import { workJob } from './job.ts';
import { type PiecesKind, undoNameOf } from './piece.ts';
import {
  countPieces,
  keepOutcomes,
  type PieceCounts,
  type RefusedPiece,
  readChanged,
  refusedPieces,
  takePieces,
} from './piece-store.ts';
import type { WorkContext, WorkId, WorkKind, WorkOutcome } from './work.ts';
import { workId } from './work-id.ts';

const PER_BATCH = 200;

/** The jobs that do, and take back, work of this kind. */
export function pieceworkJobs<Payload>(kind: PiecesKind<Payload>): readonly Job[] {
  const done = workJob(pieceworkOf(kind));
  const undo = undoOf(kind);
  return undo === undefined ? [done] : [done, workJob(pieceworkOf(undo))];
}

/** Batch after batch, until nothing is left or it is cancelled. Run again, it goes on with what is left. */
function pieceworkOf<Payload>(kind: PiecesKind<Payload>): WorkKind<Payload> {
  const { name, parse, piecesPerBatch = PER_BATCH } = kind;
  return {
    name,
    parse,
    run: async (context, payload) => {
      const { db, workId: id, startedBy: actor, now, report } = context;
      const before = await countPieces(db, id);
      const total = sum(before);
      let done = total - before.open;
      while (await report({ done, total })) {
        const taken = await db.transaction().execute(async (tx) => {
          const keys = await takePieces(tx, id, piecesPerBatch);
          if (keys.length === 0) return 0;
          const outcomes = await kind.change(tx, payload, keys, { actor, now });
          const missing = keys.find((key) => !outcomes.has(key));
          if (missing !== undefined) throw new TypeError(`${name} said nothing of ${missing}`);
          await keepOutcomes(tx, id, outcomes);
          return keys.length;
        });
        if (taken === 0) break;
        done += taken;
      }
      return outcomeOf(context, await countPieces(db, id));
    },
  };
}

type Undo = { readonly of: WorkId };

function undoOf<Payload>(kind: PiecesKind<Payload>): PiecesKind<Undo> | undefined {
  const { takeBack, piecesPerBatch = PER_BATCH } = kind;
  if (takeBack === undefined) return undefined;
  return {
    ...{ name: undoNameOf(kind), piecesPerBatch },
    parse: (payload) => z.object({ of: workId }).parse(payload),
    change: async (tx, { of }, keys, by) => {
      const pieces = await readChanged(tx, of, keys);
      const outcomes = new Map(await takeBack(tx, pieces, by));
      for (const key of keys) {
        // Forgotten with the work that is taken back, which is kept for days.
        if (!outcomes.has(key)) {
          outcomes.set(key, { outcome: 'refused', label: key, reason: 'what it was is not kept any more' });
        }
      }
      return outcomes;
    },
  };
}

function outcomeOf({ db, workId: id }: WorkContext, counts: PieceCounts): WorkOutcome {
  const { changed, unchanged, refused, open } = counts;
  const result = {
    changed,
    ...(unchanged > 0 ? { unchanged } : {}),
    ...(refused > 0 ? { refused } : {}),
    ...(open > 0 ? { left: open } : {}),
  };
  if (refused === 0) return { result };
  const content = Readable.from(refusedLines(refusedPieces(db, id)));
  return { result, file: { name: 'refused.csv', mime: 'text/csv; charset=utf-8', content } };
}

async function* refusedLines(pages: AsyncIterable<readonly RefusedPiece[]>): AsyncGenerator<string> {
  yield csvLine(['Name', 'Reason', 'Id']);
  for await (const page of pages) {
    yield page
      .map(({ key, label, reason }) => csvLine([label, reason, key].map((cell) => csvCell(cell))))
      .join('');
  }
}

function sum({ changed, unchanged, refused, open }: PieceCounts): number {
  return changed + unchanged + refused + open;
}
