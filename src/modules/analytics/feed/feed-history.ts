import type { Given, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources, HistoryFact } from '../facts/sources.ts';
import { readPosition, writePosition } from './position.ts';

/** Copies the lines of orders from elsewhere that are new; all of them anew where some are others now, or gone. */
export async function feedHistory(
  warehouse: Warehouse,
  { history: elsewhere }: Pick<FactSources, 'history'>,
): Promise<void> {
  const revision = await elsewhere.revision();
  const position = await readPosition(warehouse, 'history');
  const isSame = position?.xid === revision;
  const after = isSame ? position.id : 0n;
  await warehouse.change(async (session) => {
    if (!isSame) await session.run('delete from history_sale');
    let last = after;
    const cells = async function* () {
      for await (const page of elsewhere.lines(after)) {
        for (const line of page) {
          last = line.id;
          yield cellsOf(line);
        }
      }
    };
    await session.append('history_sale', cells());
    if (!isSame || last > after) await writePosition(session, 'history', { xid: revision, id: last });
  });
}

function cellsOf(line: HistoryFact): Given[] {
  return [
    ...[line.id, line.document, line.kind, line.class, line.happenedAt, line.day, line.customer ?? null],
    ...[line.sku, line.title, line.quantity, line.amountMillionths, line.currency, line.country ?? null],
  ];
}
