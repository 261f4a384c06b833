import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { HistoryImport } from './import.ts';
import { expectManyRows, findImport, lockHistory } from './store/imports.ts';
import { deleteLines, growRevision } from './store/lines.ts';

/** Takes an import out again, with every line it brought; its file can be imported anew. */
export async function removeImport(
  tx: Tx,
  { id }: { readonly id: number },
): Promise<Result<HistoryImport, Refusal<'not_found'>>> {
  await lockHistory(tx);
  const found = await findImport(tx, id);
  if (found === undefined) return refuse('not_found', `there is no import ${id}`, 'id');
  await expectManyRows(tx);
  await deleteLines(tx, id);
  await sql`delete from history.import where id = ${id}`.execute(tx);
  await growRevision(tx);
  return ok(found);
}
