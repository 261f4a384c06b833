import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { RuleTarget, SearchRule, Synonym } from '../settings.ts';

export async function readSynonyms(db: Db): Promise<Synonym[]> {
  const { rows } = await sql<{ id: string; locale: string; source: string | null; words: string[] }>`
    select id, locale, source, words from search.synonym order by locale, coalesce(source, words[1]), id`.execute(
    db,
  );
  return rows.map(({ source, ...row }) => ({ ...row, source: source ?? undefined }));
}

export async function upsertSynonym(tx: Tx, { id, locale, source, words }: Synonym): Promise<void> {
  await sql`
    insert into search.synonym (id, locale, source, words)
    values (${id}, ${locale}, ${source ?? null}, ${words}::text[])
    on conflict (id) do update set locale = excluded.locale, source = excluded.source, words = excluded.words
  `.execute(tx);
}

export async function deleteSynonym(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from search.synonym where id = ${id}`.execute(tx);
  return numAffectedRows > 0n;
}

type RuleRow = {
  id: string;
  locale: string;
  query: string;
  pinned: string[];
  boosted: RuleTarget[];
  buried: RuleTarget[];
  redirect_to: string | null;
};

export async function readSearchRules(db: Db): Promise<SearchRule[]> {
  const { rows } = await sql<RuleRow>`
    select id, locale, query, pinned, boosted, buried, redirect_to from search.rule order by locale, query`.execute(
    db,
  );
  return rows.map(({ redirect_to, ...row }) => ({ ...row, redirectTo: redirect_to ?? undefined }));
}

/** False when another rule has the locale and query. */
export async function upsertRule(tx: Tx, rule: SearchRule): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into search.rule (id, locale, query, pinned, boosted, buried, redirect_to)
    select ${rule.id}, ${rule.locale}, ${rule.query}, ${rule.pinned}::uuid[], ${JSON.stringify(rule.boosted)}::jsonb,
      ${JSON.stringify(rule.buried)}::jsonb, ${rule.redirectTo ?? null}
    where not exists (
      select 1 from search.rule where locale = ${rule.locale} and query = ${rule.query} and id <> ${rule.id})
    on conflict (id) do update set locale = excluded.locale, query = excluded.query, pinned = excluded.pinned,
      boosted = excluded.boosted, buried = excluded.buried, redirect_to = excluded.redirect_to`.execute(tx);
  return numAffectedRows > 0n;
}

export async function deleteRule(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from search.rule where id = ${id}`.execute(tx);
  return numAffectedRows > 0n;
}

/** One writer of rules at a time: two with one query must not both find it free. */
export async function lockRules(tx: Tx): Promise<void> {
  await sql`lock table search.rule in share row exclusive mode`.execute(tx);
}
