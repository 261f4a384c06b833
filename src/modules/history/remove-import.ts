import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { expectManyRows, lockHistory } from './store/imports.ts';
import { deleteLines, growRevision } from './store/lines.ts';

/** Takes an import of orders, payments, visits or ad spend out again, with everything it brought; its file can be imported anew. */
export async function removeImport(
  tx: Tx,
  { id }: { readonly id: number },
): Promise<Result<{ readonly fileName: string }, Refusal<'not_found'>>> {
  await lockHistory(tx);
  await expectManyRows(tx);
  await deleteLines(tx, id);
  await sql`delete from history.traffic where import_id = ${id}`.execute(tx);
  await sql`delete from history.spend where import_id = ${id}`.execute(tx);
  await sql`delete from history.payment where import_id = ${id}`.execute(tx);
  const { rows } = await sql<{ fileName: string }>`
    delete from history.import where id = ${id} returning file_name as "fileName"`.execute(tx);
  const [removed] = rows;
  if (removed === undefined) return refuse('not_found', `there is no import ${id}`, 'id');
  await growRevision(tx);
  return ok(removed);
}
