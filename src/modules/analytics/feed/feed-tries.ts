import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { localTime } from './local-time.ts';
import { readPosition, writePosition } from './position.ts';

type Page = { readonly zone: string; readonly limit: number };

/** Copies the next page of attempts to pay, each in place of what it was before. @returns how many there were */
export async function feedTries(
  warehouse: Warehouse,
  { paymentTries, orderFacts }: Pick<FactSources, 'paymentTries' | 'orderFacts'>,
  { zone, limit }: Page,
): Promise<number> {
  const after = await readPosition(warehouse, 'tries');
  const page = await paymentTries({ limit, ...(after === undefined ? {} : { after }) });
  const last = page.at(-1);
  if (last === undefined) return 0;
  const facts = await orderFacts([...new Set(page.map(({ orderId }) => orderId))]);
  const orders = new Map(facts.map((order) => [order.orderId, order]));
  await warehouse.change(async (session) => {
    await session.run(
      'create or replace temp table new_try as select * exclude (day, hour) from payment_try limit 0',
    );
    await session.append(
      'new_try',
      page.map((one) => {
        const { market = '', country = '' } = orders.get(one.orderId) ?? {};
        const about = [one.paymentId, one.happenedAt, one.orderId, market, country, one.currency];
        return [...about, one.provider, one.mode, one.amountMinor, one.result, one.reason ?? null];
      }),
    );
    await session.run('delete from payment_try where id in (select id from new_try)');
    await session.run(`
      insert into payment_try by name
      select *, cast(${localTime('happened_at', zone)} as date) as day, hour(${localTime('happened_at', zone)}) as hour
      from new_try qualify row_number() over (partition by id order by rowid desc) = 1`);
    await writePosition(session, 'tries', last);
  });
  return page.length;
}

/** What attempts were reported under before, and are not any more: those of `new_order`. */
export async function moveTries(session: Session): Promise<void> {
  await session.run(`
    update payment_try set market = new_order.market, country = new_order.country
    from new_order where payment_try.order_id = new_order.order_id
      and (payment_try.market, payment_try.country) is distinct from (new_order.market, new_order.country)`);
}

/** Copies the next page of returns, each with all its lines in place of what they were before. */
export async function feedReturns(
  warehouse: Warehouse,
  { returnedLines }: Pick<FactSources, 'returnedLines'>,
  { zone, limit }: Page,
): Promise<number> {
  const after = await readPosition(warehouse, 'returns');
  const page = await returnedLines({ limit, ...(after === undefined ? {} : { after }) });
  const last = page.at(-1);
  if (last === undefined) return 0;
  await warehouse.change(async (session) => {
    await session.run(
      'create or replace temp table new_return as select * exclude (day) from returned_line limit 0',
    );
    await session.append(
      'new_return',
      page.map((one) => [
        ...[one.returnId, one.orderId, one.lineId, one.requestedAt, one.state, one.reason, one.quantity],
      ]),
    );
    await session.run('delete from returned_line where return_id in (select return_id from new_return)');
    await session.run(`
      insert into returned_line by name
      select *, cast(${localTime('requested_at', zone)} as date) as day
      from new_return qualify row_number() over (partition by return_id, line_id order by rowid desc) = 1`);
    await writePosition(session, 'returns', last);
  });
  return page.length;
}
