import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import { BETWEEN_CELLS, type HistoryTexts, TEXT_CELLS } from '../../history/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { placeHistory, takeHistoryOut } from './place-history.ts';
import { readPosition, writePosition } from './position.ts';

/**
 * Copies the lines of orders from elsewhere that are new into orders and sales, by whole imports; all of them anew where
 * some are others now, or gone.
 */
export async function feedHistory(
  warehouse: Warehouse,
  { history: elsewhere }: Pick<FactSources, 'history'>,
  zone: string,
): Promise<void> {
  const revision = await elsewhere.revision();
  const position = await readPosition(warehouse, 'history');
  const isSame = position?.xid === revision;
  const after = isSame ? position.id : 0n;
  await warehouse.change(async (session) => {
    const last = await stage(session, elsewhere.texts(after), after);
    if (isSame && last === after) return;
    if (!isSame) await takeHistoryOut(session);
    await placeHistory(session, zone);
    await writePosition(session, 'history', { xid: revision, id: last });
  });
}

// Of each cell of a line's text what it is here; what is not known is ''.
const CELLS: Readonly<Record<(typeof TEXT_CELLS)[number], (cell: string) => string>> = {
  id: (cell) => `cast(${cell} as bigint) as id`,
  importId: (cell) => `cast(${cell} as integer) as import_id`,
  origin: (cell) => `${cell} as origin`,
  order: (cell) => `${cell} as order_id`,
  refundOf: (cell) => `cast(nullif(${cell}, '') as bigint) as refund_of`,
  document: (cell) => `${cell} as document`,
  kind: (cell) => `${cell} as kind`,
  class: (cell) => `${cell} as class`,
  happenedAt: (cell) => `make_timestamp(cast(${cell} as bigint)) as happened_at`,
  customer: (cell) => `nullif(${cell}, '') as customer`,
  sku: (cell) => `${cell} as sku`,
  title: (cell) => `${cell} as title`,
  quantity: (cell) => `cast(${cell} as integer) as quantity`,
  amount: (cell) => `cast(${cell} as bigint) as amount`,
  cost: (cell) => `cast(nullif(${cell}, '') as bigint) as cost`,
  currency: (cell) => `${cell} as currency`,
  country: (cell) => `nullif(${cell}, '') as country`,
  reason: (cell) => `${cell} as reason`,
};

/** @returns the last line's id; `after` where there is none */
async function stage(session: Session, pages: AsyncIterable<HistoryTexts>, after: bigint): Promise<bigint> {
  let last = after;
  const rows = async function* () {
    for await (const { lastId, texts } of pages) {
      last = lastId;
      for (const text of texts) yield [text];
    }
  };
  await session.run('create or replace temp table history_text (text varchar)');
  await session.append('history_text', rows());
  const columns = TEXT_CELLS.map((name, place) => CELLS[name](`cells[${place + 1}]`));
  await session.run(`create or replace temp table new_history as
    select ${columns.join(', ')}
    from (select string_split(text, chr(${BETWEEN_CELLS.charCodeAt(0)})) as cells from history_text)`);
  await session.run('drop table history_text');
  return last;
}
