import { sql } from 'kysely';
import { type Id, ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { MarketsRefusal } from '../market.ts';
import type { Hex } from './contrast.ts';

/** What is the shop's own in every template. */
export type Theme = {
  /** '': the template's own colour. */
  readonly accent: Hex | '';
  /** In place of the name in the head of every page. */
  readonly logo: Id<'asset'> | undefined;
  /** Where a page without a picture of its own is shared. */
  readonly picture: Id<'asset'> | undefined;
};

export const NO_THEME: Theme = { accent: '', logo: undefined, picture: undefined };

export async function readTheme(db: Db): Promise<Theme> {
  const { rows } = await sql<{
    accent: Theme['accent'];
    logo: Id<'asset'> | null;
    picture: Id<'asset'> | null;
  }>`
    select accent, logo_asset_id as logo, picture_asset_id as picture from markets.theme`.execute(db);
  const [row] = rows;
  if (row === undefined) return NO_THEME;
  return { accent: row.accent, logo: row.logo ?? undefined, picture: row.picture ?? undefined };
}

/** The colour of this text, in lower case; '' for none; `undefined` for what is no colour. */
export function parseAccent(text: string): Theme['accent'] | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '') return '';
  return /^#[0-9a-f]{6}$/.test(typed) ? `#${typed.slice(1)}` : undefined;
}

/** Keeps the shop's colour and pictures; the same again writes and tells nothing. */
export async function saveTheme(
  tx: Tx,
  theme: { readonly accent: string } & Pick<Theme, 'logo' | 'picture'>,
): Promise<Result<Theme, MarketsRefusal>> {
  const accent = parseAccent(theme.accent);
  if (accent === undefined) return refuse('invalid', 'a colour is written as #8c3b1e', 'accent');
  const { logo, picture } = theme;
  const { numAffectedRows } = await sql`
    insert into markets.theme as kept (accent, logo_asset_id, picture_asset_id)
    values (${accent}, ${logo ?? null}::uuid, ${picture ?? null}::uuid)
    on conflict (id) do update set accent = excluded.accent, logo_asset_id = excluded.logo_asset_id,
      picture_asset_id = excluded.picture_asset_id
    where (kept.accent, kept.logo_asset_id, kept.picture_asset_id)
      is distinct from (excluded.accent, excluded.logo_asset_id, excluded.picture_asset_id)`.execute(tx);
  if (numAffectedRows === 1n) await tell(tx, 'markets.changed', {});
  return ok({ accent, logo, picture });
}
