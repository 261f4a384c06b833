import { join } from 'node:path';
import { SCHEMA, SCHEMA_VERSION } from '../../../src/modules/analytics/warehouse/schema.ts';
import { openWarehouse, type Warehouse } from '../../../src/platform/warehouse/index.ts';

export type DemandWarehouse = {
  readonly folder: string;
  /** Ids of the variants, the place of each being its number. */
  readonly variantIds: readonly string[];
  readonly from: string;
  readonly days: number;
};

/** What a variant sells a day: most sell seldom. */
const RATES = [0.02, 0.05, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 4, 12];
const [MADE, TOGETHER] = [1_000, 2_000];
// A number from 0 to 1 of each day of each variant, the same every time.
const CHANCE = (salt: number) => `((hash(n * 4099 + d, ${salt}) % 1000003 + 0.5) / 1000003.0)`;
const RATE = `list_extract(${JSON.stringify(RATES)}, 1 + cast(n % ${RATES.length} as integer))
  * (1 + 0.3 * cos(2 * pi() * (d - n % 365) / 365.0)) * list_extract([0.6, 0.8, 0.9, 1, 1.1, 1.5, 1.1], 1 + d % 7)`;

/**
 * A warehouse of what was sold, a row for each day on which a variant was: counts of Poisson (above 2 by their normal
 * approximation) with weekdays and a season of the year, a price that went up for every fourth, every fifth sold elsewhere
 * too, and a week without stock for every third. Everything else in it is empty.
 */
export async function makeDemandWarehouse({
  folder,
  variantIds,
  from,
  days,
}: DemandWarehouse): Promise<void> {
  const warehouse = await openDemandWarehouse(folder);
  await warehouse.change(async (session) => {
    await session.run(SCHEMA);
    await session.run('create table bench_variant (n integer, id varchar)');
    await session.append(
      'bench_variant',
      variantIds.map((id, n) => [n, id]),
    );
  });
  await warehouse.change((session) =>
    session.run(`
      create table bench_day as
      with day as (
        select n, d, ${RATE} as rate, ${CHANCE(1)} as u, ${CHANCE(2)} as v
        from range(0, ${MADE}) variant(n), range(0, ${days}) made(d) where not (n % 3 = 0 and d between 400 and 406)
      )
      select n, d, cast(case when rate > 2
        then greatest(0, round(rate + sqrt(rate) * sqrt(-2 * ln(u)) * cos(2 * pi() * v)))
        else (u > exp(-rate))::int + (u > exp(-rate) * (1 + rate))::int
          + (u > exp(-rate) * (1 + rate + rate * rate / 2))::int
          + (u > exp(-rate) * (1 + rate + rate * rate / 2 + rate ** 3 / 6))::int end as integer) as pieces
      from day`),
  );
  // Each made one stands for many that are so many weeks apart: the night's work is the same, making them is not.
  for (let first = 0; first < variantIds.length; first += TOGETHER) {
    await warehouse.change((session) =>
      session.run(`
        insert into sale by name
        with sold as (
          select variant.n, variant.id, (d + variant.n // ${MADE} * 7) % ${days} as d, pieces
          from bench_variant variant join bench_day on bench_day.n = variant.n % ${MADE}
          where pieces > 0 and variant.n between ${first} and ${first + TOGETHER - 1}
        )
        select date '${from}' + cast(d as integer) as day, 10 as hour, 'sale' as kind, 'o' || n || '-' || d as order_id,
          'eu' as market, 'EUR' as currency, 'DE' as country, id as variant_id, pieces as quantity,
          pieces * if(n % 4 = 0 and d > 700, 1150, 1000) as gross_minor, 0 as discount_minor,
          if(n % 5 = 0 and d % 3 = 0, 'elsewhere', '') as origin
        from sold`),
    );
  }
  await warehouse.close();
}

/** One variant of a hundred sold one piece more, on a day of last month. */
export async function sellMore(warehouse: Warehouse, { from, days }: Pick<DemandWarehouse, 'from' | 'days'>) {
  await warehouse.change((session) =>
    session.run(`
      insert into sale by name
      select date '${from}' + ${days - 20} as day, 11 as hour, 'sale' as kind, 'late-' || n as order_id, 'eu' as market,
        'EUR' as currency, 'DE' as country, id as variant_id, 1 as quantity, 1000 as gross_minor, 0 as discount_minor,
        '' as origin
      from bench_variant where n % 100 = 7`),
  );
}

export function openDemandWarehouse(folder: string): Promise<Warehouse> {
  return openWarehouse({ path: join(folder, `${SCHEMA_VERSION}.duckdb`), memoryMb: 512, threads: 2 });
}
