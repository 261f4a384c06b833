import { sql } from 'kysely';
import { type Id, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { CustomerId } from '../customer.ts';
import { ruleCondition, type SegmentRule, segmentRule } from './segment-rule.ts';

export { type SegmentRule, segmentRule } from './segment-rule.ts';

export type SegmentId = Id<'segment'>;

/** A group of customers. Prices and promotions name its code; without a rule its members are chosen by hand. */
export type Segment = {
  readonly id: SegmentId;
  readonly code: string;
  readonly name: string;
  readonly rule: SegmentRule | undefined;
  /** How many are in it now. */
  readonly members: number;
  readonly changedAt: Temporal.Instant;
};

export type SegmentRefusal = Refusal<'not_found' | 'invalid_code' | 'invalid_name' | 'code_taken'>;

const CODE = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u;

/** Makes a segment, or changes its name and rule; whoever fits the rule is in it at once. Its code stays. */
export async function saveSegment(
  tx: Tx,
  input: {
    readonly id?: SegmentId;
    readonly code: string;
    readonly name: string;
    readonly rule: SegmentRule | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<Result<SegmentId, SegmentRefusal>> {
  const { code, rule, now } = input;
  const name = input.name.trim();
  if (!CODE.test(code)) {
    return refuse('invalid_code', 'a code has 1 to 40 letters, digits, spaces, _ and -', 'code');
  }
  if (name === '' || name.length > 80) return refuse('invalid_name', 'a name has 1 to 80 characters', 'name');
  const id = input.id ?? newId<'segment'>();
  const at = sql`${now.toString()}::timestamptz`;
  const kept = rule === undefined ? null : JSON.stringify(rule);
  if (input.id === undefined) {
    const made = await sql`
      insert into customers.segment (id, code, name, rule, made_at, changed_at)
      values (${id}, ${code}, ${name}, ${kept}::jsonb, ${at}, ${at}) on conflict (code) do nothing`.execute(
      tx,
    );
    if (made.numAffectedRows !== 1n) return refuse('code_taken', 'another segment has this code', 'code');
  } else {
    const { numAffectedRows } = await sql`
      update customers.segment set name = ${name}, rule = ${kept}::jsonb, changed_at = ${at}
      where id = ${id} and code = ${code}`.execute(tx);
    if (numAffectedRows !== 1n) return refuse('not_found', 'there is no such segment', 'id');
  }
  if (rule !== undefined) await fillSegment(tx, { code, rule, now });
  return ok(id);
}

/** Takes a segment away, and everybody out of it. */
export async function removeSegment(tx: Tx, id: SegmentId): Promise<Result<undefined, Refusal<'not_found'>>> {
  const { rows } = await sql<{ code: string }>`
    delete from customers.segment where id = ${id} returning code`.execute(tx);
  const [row] = rows;
  if (row === undefined) return refuse('not_found', 'there is no such segment', 'id');
  await sql`update customers.customer set segments = array_remove(segments, ${row.code}), version = version + 1
    where ${row.code} = any(segments)`.execute(tx);
  return ok(undefined);
}

/** Every segment, by name, with how many are in it. */
export async function readSegments(db: Db): Promise<Segment[]> {
  const { rows } = await sql<Omit<Segment, 'rule'> & { readonly rule: unknown }>`
    select s.id, s.code, s.name, s.rule, s.changed_at as "changedAt", (
      select count(*)::int from customers.customer c
      where s.code = any(c.segments) and c.erased_at is null and c.merged_into is null
    ) as members
    from customers.segment s order by lower(s.name), s.id limit 500`.execute(db);
  return rows.map((row) => ({ ...row, rule: row.rule === null ? undefined : segmentRule.parse(row.rule) }));
}

/** Whom a rule that nobody saved yet would take: how many, and the newest of them. */
export async function previewSegment(
  db: Db,
  {
    rule,
    now,
    shown,
  }: { readonly rule: SegmentRule; readonly now: Temporal.Instant; readonly shown: number },
): Promise<{ readonly count: number; readonly first: readonly CustomerId[] }> {
  const where = sql`c.erased_at is null and c.merged_into is null and ${ruleCondition(rule, now)}`;
  const [counted, first] = await Promise.all([
    sql<{ count: number }>`select count(*)::int as count from customers.customer c where ${where}`.execute(
      db,
    ),
    sql<{ id: CustomerId }>`
      select c.id from customers.customer c where ${where} order by c.id desc limit ${shown}`.execute(db),
  ]);
  return { count: counted.rows[0]?.count ?? 0, first: first.rows.map(({ id }) => id) };
}

/** Puts everybody in who fits now, and takes out who does not any more: in every segment that has a rule. */
export async function refreshSegments(tx: Tx, { now }: { readonly now: Temporal.Instant }): Promise<void> {
  for (const { code, rule } of await readSegments(tx)) {
    if (rule !== undefined) await fillSegment(tx, { code, rule, now });
  }
}

async function fillSegment(
  tx: Tx,
  { code, rule, now }: { readonly code: string; readonly rule: SegmentRule; readonly now: Temporal.Instant },
): Promise<void> {
  const fits = sql`(c.erased_at is null and c.merged_into is null and coalesce(${ruleCondition(rule, now)}, false))`;
  await sql`
    update customers.customer c set version = version + 1, segments = case when ${fits}
      then array_append(c.segments, ${code}::text) else array_remove(c.segments, ${code}::text) end
    where ${fits} <> (${code} = any(c.segments)) and (not ${fits} or cardinality(c.segments) < 50)`.execute(
    tx,
  );
}
