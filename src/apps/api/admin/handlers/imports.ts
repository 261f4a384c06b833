import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  cancelImport,
  exportedProducts,
  findImport,
  type ImportReport,
  inspectUpload,
  listImports,
  readIssues,
  readWorkOf,
  reportLines,
  runAgain,
} from '../../../../modules/exchange/index.ts';
import { type Answer, type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { cancelWork } from '../../../../platform/work/index.ts';
import { pageById } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { importEndpoints } from '../contract/imports.ts';
import type { AdminDeps } from '../deps.ts';

type Own = typeof importEndpoints;
const POSITION = z.tuple([z.string().regex(/^\d{1,19}$/)]);

export function importHandlers({
  db,
  reads,
  files,
}: Pick<AdminDeps, 'db' | 'reads' | 'files'>): Handlers<Own> {
  return {
    uploadImport: ({ query: { fileName }, upload, now }) =>
      inspectUpload({ db, files }, { fileName, stream: upload, now }),
    startImport: async ({ tx, params: { id }, body: { title, ...body }, caller, now }) => {
      const about = { ...body, startedBy: actorOf(caller), ...(title === undefined ? {} : { title }) };
      const started = await runAgain(tx, { id, ...about, now });
      return started.ok ? ok(runAnswer(started.value)) : started;
    },
    listImports: ({ query }) => pageById('import_run', query, (page) => listImports(reads, page), runAnswer),
    readImport: async ({ params: { id } }) => {
      const found = await findImport(reads, id);
      return found ? ok(runAnswer(found)) : refuse('not_found', 'there is no such import', 'id');
    },
    listImportIssues: async ({ params: { id }, query: { cursor, limit } }) => {
      const list = `issues ${id}`;
      const position = readCursor(list, POSITION, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: BigInt(position.value[0]) };
      const found = await readIssues(reads, id, { ...after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(({ issue }) => issue),
        nextCursor: last && writeCursor(list, [last.number.toString()]),
      });
    },
    cancelImport: async ({ tx, params: { id }, now }) => {
      const isCancelled = await cancelImport(tx, id, now);
      const workId = isCancelled ? await readWorkOf(tx, id) : undefined;
      // Who began it sees in the drawer that it was stopped, by whomever.
      if (workId !== undefined) await cancelWork(tx, { id: workId, now });
      return ok({ isCancelled });
    },
    readImportReport: async ({ params: { id } }) => {
      const found = await findImport(reads, id);
      if (found === undefined) return refuse('not_found', 'there is no such import', 'id');
      const name = `${found.fileName.replace(/\.[^.]*$/, '')}-report.csv`;
      return { ok: true, file: { name, content: reportLines(db, id) } };
    },
    exportProducts: async ({ query: { format }, now }) => {
      const name = `products-${now.toString().slice(0, 10)}.csv`;
      return { ok: true, file: { name, content: exportedProducts(db, format) } };
    },
  };
}

function runAnswer({ createdAt, finishedAt, ...run }: ImportReport): Answer<Own['readImport']> {
  return { ...run, createdAt: createdAt.toString(), finishedAt: finishedAt?.toString() };
}
