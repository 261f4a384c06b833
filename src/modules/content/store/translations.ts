import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export type Translation = { readonly locale: string; readonly field: string; readonly value: string };

/** Makes these the translations of a page or size table; returns whether any differed. */
export async function replaceTranslations(
  tx: Tx,
  input: {
    readonly entity: 'page' | 'size_table';
    readonly entityId: string;
    readonly translations: readonly Translation[];
  },
): Promise<boolean> {
  const { rows } = await sql<{ changed: number }>`
    with wanted as (
      select * from unnest(
        ${input.translations.map((one) => one.locale)}::text[], ${input.translations.map((one) => one.field)}::text[],
        ${input.translations.map((one) => one.value)}::text[]) as wanted (locale, field, value)
    ), gone as (
      delete from content.translation
      where entity = ${input.entity} and entity_id = ${input.entityId}
        and (locale, field) not in (select locale, field from wanted)
      returning 1
    ), written as (
      insert into content.translation as kept (entity, entity_id, locale, field, value)
      select ${input.entity}::text, ${input.entityId}::uuid, locale, field, value from wanted
      on conflict (entity, entity_id, locale, field) do update set value = excluded.value
      where kept.value <> excluded.value
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from written))::int as changed`.execute(tx);
  return (rows[0]?.changed ?? 0) > 0;
}
