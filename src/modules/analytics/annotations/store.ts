import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Annotation, AnnotationId, Days } from './annotation.ts';

type Row = {
  readonly id: AnnotationId;
  readonly from_day: Temporal.PlainDate;
  readonly to_day: Temporal.PlainDate;
  readonly market: string | null;
  readonly text: string;
  readonly author: string;
};

const COLUMNS = sql`id, from_day, to_day, market, text, author`;
const MOST = 1_000;

/** Notes of the whole shop and of a market that have a day of these, the earliest first; without a market all. */
export async function readAnnotations(
  db: Db,
  { from, to, market }: Days & { readonly market?: string | undefined },
): Promise<Annotation[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from analytics.annotation
    where from_day <= ${to.toString()}::date and to_day >= ${from.toString()}::date
      and (${market ?? null}::text is null or market is null or market = ${market ?? null}::text)
    order by from_day, id limit ${MOST}`.execute(db);
  return rows.map(annotationOf);
}

export async function readAnnotation(db: Db, id: AnnotationId): Promise<Annotation | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from analytics.annotation where id = ${id}`.execute(db);
  return rows[0] && annotationOf(rows[0]);
}

export async function insertAnnotation(tx: Tx, note: Annotation, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into analytics.annotation (id, from_day, to_day, market, text, author, created_at, changed_at)
    values (${note.id}, ${note.from.toString()}::date, ${note.to.toString()}::date, ${note.market ?? null}, ${note.text},
      ${note.author}, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz)`.execute(tx);
}

/** Whoever changes it, its author stays. */
export async function updateAnnotation(
  tx: Tx,
  note: Annotation,
  now: Temporal.Instant,
): Promise<Annotation | undefined> {
  const { rows } = await sql<Row>`
    update analytics.annotation set from_day = ${note.from.toString()}::date, to_day = ${note.to.toString()}::date,
      market = ${note.market ?? null}, text = ${note.text}, changed_at = ${now.toString()}::timestamptz
    where id = ${note.id} returning ${COLUMNS}`.execute(tx);
  return rows[0] && annotationOf(rows[0]);
}

export async function deleteAnnotation(tx: Tx, id: AnnotationId): Promise<boolean> {
  const { rows } = await sql`delete from analytics.annotation where id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

function annotationOf({ from_day: from, to_day: to, market, ...row }: Row): Annotation {
  return { ...row, from, to, market: market ?? undefined };
}
