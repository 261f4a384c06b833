import type { Given, Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources, HistoryFact } from '../facts/sources.ts';
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
    const last = await stage(session, elsewhere.lines(after), after);
    if (isSame && last === after) return;
    if (!isSame) await takeHistoryOut(session);
    await placeHistory(session, zone);
    await writePosition(session, 'history', { xid: revision, id: last });
  });
}

const CELLS = `id bigint, import_id integer, origin varchar, order_id varchar, refund_of bigint, document varchar,
  kind varchar, class varchar, happened_at timestamp, customer varchar, sku varchar, title varchar, quantity integer,
  amount bigint, cost bigint, currency varchar, country varchar`;

/** @returns the last line's id; `after` where there is none */
async function stage(
  session: Session,
  pages: AsyncIterable<readonly HistoryFact[]>,
  after: bigint,
): Promise<bigint> {
  let last = after;
  await session.run(`create or replace temp table new_history (${CELLS})`);
  const rows = async function* () {
    for await (const page of pages) {
      for (const line of page) {
        last = line.id;
        yield cellsOf(line);
      }
    }
  };
  await session.append('new_history', rows());
  return last;
}

function cellsOf(line: HistoryFact): Given[] {
  return [
    ...[line.id, line.importId, line.origin, line.order, line.refundOf ?? null, line.document],
    ...[line.kind, line.class, line.happenedAt, line.customer ?? null, line.sku, line.title],
    ...[line.quantity, line.amountMillionths, line.costMillionths ?? null, line.currency],
    line.country ?? null,
  ];
}
