import type { Asked, Report } from '../reports/report.ts';
import type { Filter } from './ask.ts';
import { passes, textOf } from './conditions.ts';
import type { Column, Cube } from './cube.ts';
import { cubeOf } from './cubes.ts';

/** What a statement is made of: sums told apart by dimensions. */
export type Plan = {
  readonly sums: readonly string[];
  /** Dimensions, without `time` and `currency`. */
  readonly by: readonly string[];
  readonly where: readonly Filter[];
  readonly hasCurrency: boolean;
};

/** The cubes that have the sums, each once. */
export function cubesOf({ sums }: Pick<Plan, 'sums'>): Cube[] {
  return [...new Set(sums.map(cubeOf))];
}

/** One sub-select a cube, put together by what they are told apart by: sums of different facts stand in one row. */
export function planned(plan: Plan): (asked: Asked) => string {
  return (asked) => {
    const parts = cubesOf(plan).map((cube) => partOf(cube, plan, asked));
    const told = asked.by(Object.fromEntries(asked.told.map((id) => [id, id])));
    const sums = plan.sums.map((sum) => {
      const cube = cubeOf(sum);
      const constant = isApart(cube, asked) ? '0' : cube.constants?.[sum];
      return `${sum in (cube.constants ?? {}) ? constant : `ifnull(sum(${sum}), 0)`} as ${sum}`;
    });
    return `select ${told}${plan.hasCurrency ? 'currency, ' : ''}${sums.join(', ')}
      from (${parts.join(' union all by name ')}) part group by all`;
  };
}

/** Facts without markets, where one is asked for: nobody knows how much of them is its. */
function isApart({ lacks }: Cube, { ofMarket }: Asked): boolean {
  return lacks?.includes('market') === true && ofMarket('fact') !== '';
}

function partOf(facts: Cube, plan: Plan, asked: Asked): string {
  const told = asked.told.filter((id) => id !== 'time');
  const cube = readFrom(facts, [...told, ...plan.where.map(({ dimension }) => dimension)], asked);
  const time = asked.bucket('fact.day', cube.lacks?.includes('hour') ? '0' : 'fact.hour');
  const naming = cube.namings?.find(({ of }) => told.includes(of));
  const grouped = told.filter((id) => naming === undefined || !(id in naming.columns));
  const currency = plan.hasCurrency ? `${currencyOfFact(cube)} as currency, ` : '';
  const within = isApart(facts, asked) ? ' and false' : asked.within('fact');
  // Visits are this shop's alone.
  const origin = 'origin' in cube.dimensions ? asked.ofOrigin('fact.origin') : '';
  const sums = Object.entries(cube.sums).filter(([name]) => plan.sums.includes(name));
  const taken = grouped.length < told.length ? Object.entries(naming?.takes ?? {}) : [];
  const named = [...sums, ...taken].map(([name, sql]) => `${sql} as ${name}`);
  const byGrouped = asked.told.filter((id) => id === 'time' || grouped.includes(id));
  const columns = byGrouped.map(
    (id) => `${id === 'time' ? time : textOf(columnOf(cube, id).sql)} as ${id}, `,
  );
  const rows = `select ${columns.join('')}${currency}${named.join(', ')}
      ${factsOf(cube, plan.where, grouped)} and ${asked.during('fact.day')}${within}${origin} group by all`;
  if (naming === undefined || taken.length === 0) return rows;
  const looked = told
    .filter((id) => id in naming.columns)
    .map((id) => `${textOf(naming.columns[id] ?? '')} as ${id}`);
  return `select grouped.* exclude (${taken.map(([name]) => name).join(', ')}), ${looked.join(', ')}
      from (${rows}) grouped ${naming.joins}`;
}

/** The cube, or where the same facts are summed up, if that tells apart what is asked. */
function readFrom(cube: Cube, dimensions: readonly string[], { hasHours, told }: Asked): Cube {
  const summedUp = cube.summedUp?.find(
    ({ needs, ...one }) =>
      (one.hasHours || !hasHours) &&
      (needs === undefined || told.includes(needs)) &&
      dimensions.every((id) => id in one.dimensions),
  );
  if (summedUp === undefined) return cube;
  const { from, where, sums } = summedUp;
  const lacks = summedUp.hasHours ? (cube.lacks ?? []) : [...(cube.lacks ?? []), 'hour' as const];
  return { ...cube, from, sums, lacks, dimensions: summedUp.dimensions, ...(where && { where }) };
}

/**
 * Where the orders behind a row are, as drilling asks for it: the orders of every cube that leads to some; visits lead
 * to what was bought in them.
 */
export function ordersOf({ sums, by, where }: Plan): Report['orders'] {
  const leading = cubesOf({ sums }).filter(({ hasOrders }) => hasOrders);
  const cubes = leading.length > 0 ? leading : cubesOf({ sums: ['sessions_bought'] });
  const parts = cubes.map((cube) => {
    const told = by
      .filter((id) => id !== 'market')
      .map((id) => `${textOf(columnOf(cube, id).sql)} as ${id}, `);
    const hour = cube.lacks?.includes('hour') ? 'null' : 'fact.hour';
    const market = cube.lacks?.includes('market') ? "''" : 'fact.market';
    return `select ${told.join('')}fact.order_id as order_id, fact.day as day, ${hour} as hour, ${market} as market,
      ${currencyOfFact(cube)} as currency ${factsOf(cube, where, by)}`;
  });
  return {
    from: `(${parts.join(' union all by name ')})`,
    day: 'day',
    columns: Object.fromEntries(by.map((id) => [id, id])),
  };
}

function currencyOfFact({ lacks }: Cube): string {
  return lacks?.includes('currency') ? "''" : "ifnull(fact.currency, '')";
}

function factsOf(cube: Cube, where: readonly Filter[], told: readonly string[]): string {
  const filtered = where.map((filter) => [filter, columnOf(cube, filter.dimension)] as const);
  const shown = told.map((id) => columnOf(cube, id));
  const needed = [...shown, ...filtered.map(([, column]) => column)].flatMap(({ join }) => join ?? []);
  const joins = [...new Set(needed)].map((name) => cube.joins?.[name] ?? missing(cube, name));
  const each = shown.flatMap((column) =>
    column.each ? `left join ${column.each.from} on ${column.each.on}` : [],
  );
  const conditions = [cube.where ?? 'true', ...filtered.map(([filter, column]) => passes(filter, column))];
  return `from ${cube.from} fact ${[...joins, ...each].join(' ')} where ${conditions.join(' and ')}`;
}

function columnOf(cube: Cube, id: string): Column {
  return cube.dimensions[id] ?? missing(cube, id);
}

function missing(cube: Cube, id: string): never {
  throw new RangeError(`${cube.id} has no ${id}`);
}
