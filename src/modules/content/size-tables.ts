import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { parsed } from './refusal.ts';
import { SIZE_TABLE, type SizeTableDraft, type SizeTableId } from './size-table.ts';
import { deleteSizeTable, writeSizeTable } from './store/size-tables.ts';

/** Makes a size table, or replaces the one with this id. */
export async function saveSizeTable(
  tx: Tx,
  input: { readonly id?: SizeTableId; readonly table: SizeTableDraft },
): Promise<Result<SizeTableId, Refusal<'field_invalid'>>> {
  const table = parsed(SIZE_TABLE, input.table, '');
  if (!table.ok) return table;
  const id = input.id ?? newId<'size_table'>();
  if (await writeSizeTable(tx, id, table.value)) {
    await tell(tx, 'content.changed', { what: 'size_table', handle: id });
  }
  return ok(id);
}

export async function removeSizeTable(
  tx: Tx,
  input: { readonly id: SizeTableId },
): Promise<Result<undefined, Refusal<'size_table_unknown'>>> {
  if (!(await deleteSizeTable(tx, input.id))) {
    return refuse('size_table_unknown', 'no size table has this id', 'id');
  }
  await tell(tx, 'content.changed', { what: 'size_table', handle: input.id });
  return ok(undefined);
}
