import type { Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { millionthsAMinor, roundedInTurn } from './minor-units.ts';
import { readPosition, writePosition } from './position.ts';

/** Copies what advertising cost, all of it anew when any of it is another: there are few rows, one a day and campaign. */
export async function feedSpend(
  warehouse: Warehouse,
  { spend, channelOf }: Pick<FactSources, 'spend' | 'channelOf'>,
): Promise<void> {
  const { revision, lastId } = await spend.revision();
  const position = await readPosition(warehouse, 'spend');
  if (position?.xid === revision && position.id === lastId) return;
  const rows = await spend.rows();
  const minor = roundedInTurn({
    ...{ amount: 'amount', unit: 'unit', of: 'import_id, currency' },
    order: 'day, source, medium, campaign',
  });
  await warehouse.change(async (session) => {
    await session.run(`create or replace temp table new_spend (import_id integer, origin varchar, day date,
      channel varchar, source varchar, medium varchar, campaign varchar, currency varchar, amount bigint, clicks bigint,
      impressions bigint)`);
    await session.append(
      'new_spend',
      rows.map(({ importId, origin, day, source, medium, campaign, currency, ...sums }) => {
        const channel = channelOf({ source, medium, campaign, clickId: undefined, referrerHost: undefined });
        const about = [importId, origin, day, channel, source, medium, campaign, currency];
        return [...about, sums.amountMillionths, sums.clicks, sums.impressions];
      }),
    );
    await session.run('delete from spend');
    await session.run(`
      insert into spend by name
      with line as (select *, ${millionthsAMinor('currency')} as unit from new_spend),
      rounded as (select *, ${minor} as minor from line)
      select day, origin, channel, source, medium, campaign, currency, sum(amount) as amount_millionths,
        sum(minor) as amount_minor, sum(clicks) as clicks, sum(impressions) as impressions
      from rounded group by all`);
    await writePosition(session, 'spend', { xid: revision, id: lastId });
  });
}
