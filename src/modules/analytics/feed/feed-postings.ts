import type { Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources, LedgerPosting } from '../facts/sources.ts';
import { localTime } from './local-time.ts';
import { readPosition, writePosition } from './position.ts';
import { sumMoved } from './sum-moved.ts';

/** Copies the next page of the ledger's postings. @returns how many there were */
export async function feedPostings(
  warehouse: Warehouse,
  { postings }: Pick<FactSources, 'postings'>,
  { zone, limit }: { readonly zone: string; readonly limit: number },
): Promise<number> {
  const after = await readPosition(warehouse, 'ledger');
  const page = await postings({ limit, ...(after === undefined ? {} : { after }) });
  const last = page.at(-1);
  if (last === undefined) return 0;
  await warehouse.change(async (session) => {
    await session.run(
      'create or replace temp table new_posting as select * exclude (day) from posting limit 0',
    );
    await session.append('new_posting', page.map(cellsOf));
    await session.run(`
      insert into posting by name
      select *, cast(${localTime('posted_at', zone)} as date) as day from new_posting`);
    await sumMoved(session, 'select transaction_id from new_posting');
    await writePosition(session, 'ledger', last);
  });
  return page.length;
}

function cellsOf(posting: LedgerPosting) {
  const { xid, id, transactionId, postedAt, kind, reference, orderId, account, currency, amountMinor } =
    posting;
  return [xid, id, transactionId, postedAt, kind, reference, orderId ?? null, account, currency, amountMinor];
}
