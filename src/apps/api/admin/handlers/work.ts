import { ok, refuse } from '../../../../kernel/index.ts';
import type { Caller, Handlers } from '../../../../platform/api/index.ts';
import type { Db, Tx } from '../../../../platform/database/index.ts';
import {
  BY_THE_SHOP,
  cancelWork,
  listWork,
  openWorkFile,
  readWork,
  undoWork,
  type Work,
  type WorkId,
} from '../../../../platform/work/index.ts';
import { pageById } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { workEndpoints } from '../contract/work.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';

/** Who may look after the whole shop sees what it does by itself, and may stop it. */
const SHOPS_OWN = 'system:write';
const UNKNOWN = refuse('not_found', 'you began no such work', 'id');

export function workHandlers({ reads, files }: AdminDeps): Handlers<typeof workEndpoints> {
  return {
    listWork: ({ query, caller }) => {
      const startedBy = may(caller, SHOPS_OWN) ? [actorOf(caller), BY_THE_SHOP] : actorOf(caller);
      return pageById('work', query, (page) => listWork(reads, { ...page, startedBy }), workAnswerOf);
    },
    readWork: async ({ params: { id }, caller }) => {
      const work = await ownWork(reads, id, caller);
      return work ? ok(workAnswerOf(work)) : UNKNOWN;
    },
    cancelWork: async ({ params: { id }, caller, now, tx }) => {
      const work = await ownWork(tx, id, caller);
      return work ? cancelWork(tx, { id, now }) : UNKNOWN;
    },
    undoWork: async ({ params: { id }, body, caller, now, tx }) => {
      const work = await ownWork(tx, id, caller);
      if (work === undefined) return UNKNOWN;
      const { undoPermission, title } = work;
      if (undoPermission !== undefined && !may(caller, undoPermission)) {
        return refuse('not_allowed', `this needs the permission "${undoPermission}"`, 'id');
      }
      const by = { startedBy: actorOf(caller), now };
      const undo = await undoWork(tx, { id, title: body.title ?? `Undo: ${title}`, ...by });
      return undo.ok ? begunWork(tx, undo.value) : undo;
    },
    workFile: async ({ params: { id }, caller }) => {
      const name = (await ownWork(reads, id, caller))?.fileName;
      const file = name === undefined ? undefined : await openWorkFile(files, id);
      if (name === undefined || file === undefined) return refuse('not_found', 'it left no file', 'id');
      return { ok: true, file: { name, content: file.stream } };
    },
  };
}

export function workAnswerOf({ startedBy: _, undoPermission, createdAt, endedAt, ...work }: Work) {
  const when = { createdAt: createdAt.toString(), endedAt: endedAt?.toString() };
  return { ...work, ...when, canUndo: undoPermission !== undefined };
}

/** The work that was begun in this transaction, as its answer. */
export async function begunWork(tx: Tx, id: WorkId) {
  const work = await readWork(tx, id);
  if (work === undefined) throw new TypeError('work was begun and is not there');
  return ok(workAnswerOf(work));
}

async function ownWork(db: Db, id: WorkId, caller: Caller): Promise<Work | undefined> {
  const work = await readWork(db, id);
  const isShops = work?.startedBy === BY_THE_SHOP && may(caller, SHOPS_OWN);
  return isShops || work?.startedBy === actorOf(caller) ? work : undefined;
}
