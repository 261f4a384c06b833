import { type RawBuilder, sql } from 'kysely';

/**
 * Ids for `any((select …)::uuid[])` and `unnest((select …))` of a statement that is asked all the time. Behind the
 * `select` PostgreSQL does not see how many there are, so that it keeps one plan for all: where it sees them it makes a
 * new plan each time, as that for three ids is thought to be cheaper than that for any number. Making the plan of a
 * cart's goods costs ten times as much as running it.
 */
export function keptPlan(ids: readonly string[]): RawBuilder<readonly string[]> {
  return sql`${ids}::uuid[]`;
}
