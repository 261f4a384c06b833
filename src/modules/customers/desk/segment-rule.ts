import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';

const days = z.int().min(1).max(3_650);
const word = z.string().min(1).max(40);
const count = z.int().min(0).max(1_000_000);
const amount = z.string().regex(/^\d{1,15}$/);

/** One thing that has to be so of a customer. Amounts are minor units of the shop's first currency. */
export const segmentCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('orders'), is: z.enum(['at_least', 'at_most']), count }),
  z.strictObject({
    field: z.literal('spent'),
    is: z.enum(['at_least', 'at_most']),
    minor: amount,
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  z.strictObject({ field: z.literal('last_order'), is: z.enum(['within', 'longer_ago']), days }),
  z.strictObject({ field: z.literal('first_order'), is: z.enum(['within', 'longer_ago']), days }),
  z.strictObject({ field: z.literal('market'), is: z.enum(['is', 'is_not']), value: word }),
  z.strictObject({ field: z.literal('country'), is: z.enum(['is', 'is_not']), value: word }),
  z.strictObject({ field: z.literal('tag'), is: z.enum(['is', 'is_not']), value: word }),
  z.strictObject({ field: z.literal('marketing'), is: z.enum(['given', 'not_given']) }),
  z.strictObject({ field: z.literal('account'), is: z.enum(['has', 'has_not']) }),
]);

/** Who is in a segment: those of whom all, or any, of the conditions are so. */
export const segmentRule = z.strictObject({
  match: z.enum(['all', 'any']),
  conditions: z.array(segmentCondition).min(1).max(20),
});

export type SegmentRule = z.output<typeof segmentRule>;
type Condition = SegmentRule['conditions'][number];

/** The rule as a condition on `customers.customer as c`: one scan, however many conditions. */
export function ruleCondition(
  { match, conditions }: SegmentRule,
  now: Temporal.Instant,
): RawBuilder<unknown> {
  const parts = conditions.map((condition) => sql`(${conditionOf(condition, now)})`);
  return sql`(${sql.join(parts, match === 'all' ? sql` and ` : sql` or `)})`;
}

function conditionOf(condition: Condition, now: Temporal.Instant): RawBuilder<unknown> {
  switch (condition.field) {
    case 'orders':
      return sql`c.orders_count ${comparison(condition.is)} ${condition.count}`;
    case 'spent': {
      const { is, minor, currency } = condition;
      // Who bought nothing spent nothing, in every currency.
      return sql`(c.spent_currency = ${currency} or c.orders_count = 0)
        and c.spent_minor ${comparison(is)} ${minor}::bigint`;
    }
    case 'last_order':
    case 'first_order': {
      const since = now.subtract({ hours: 24 * condition.days }).toString();
      const at = sql.ref(`c.${condition.field}_at`);
      return condition.is === 'within'
        ? sql`${at} >= ${since}::timestamptz`
        : sql`${at} < ${since}::timestamptz`;
    }
    case 'market':
      return sql`c.market_code ${equality(condition.is)} ${condition.value}`;
    case 'country':
      return sql`c.country ${equality(condition.is)} ${condition.value}`;
    case 'tag':
      return condition.is === 'is'
        ? sql`${condition.value} = any(c.tags)`
        : sql`${condition.value} <> all(c.tags)`;
    case 'marketing':
      return sql`c.accepts_marketing = ${sql.lit(condition.is === 'given')}`;
    case 'account':
      return sql`(c.email_proven_at is not null) = ${sql.lit(condition.is === 'has')}`;
  }
}

function comparison(is: 'at_least' | 'at_most') {
  return is === 'at_least' ? sql`>=` : sql`<=`;
}

function equality(is: 'is' | 'is_not') {
  return is === 'is' ? sql`=` : sql`<>`;
}
