import { type RawBuilder, sql } from 'kysely';

/** An instant as PostgreSQL reads it. */
export function instant(at: Temporal.Instant): RawBuilder<Temporal.Instant> {
  return sql`${at.toString()}::timestamptz`;
}

/** JSON with whole numbers of any size as text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}
