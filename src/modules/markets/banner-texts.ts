import { sql } from 'kysely';
import { type Locale, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';

/** In what words visitors are asked for consent in place of the shop's built-in ones. What the buttons say stays. */
export type BannerText = {
  /** '' for every market that has no words of its own. */
  readonly market: string;
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
};

const LONGEST = { title: 100, text: 1_000 } as const;

export async function readBannerTexts(db: Db): Promise<BannerText[]> {
  const { rows } = await sql<BannerText>`
    select market, locale, title, text from markets.banner_text order by market, locale`.execute(db);
  return rows;
}

/**
 * The words for a market and language: its own, or those for all markets; none: the built-in ones.
 *
 * @example bannerTextFor(texts, { market: 'ch', locale: 'de' })
 */
export function bannerTextFor(
  texts: readonly BannerText[],
  { market, locale }: Pick<BannerText, 'market' | 'locale'>,
): BannerText | undefined {
  const inLocale = texts.filter((one) => one.locale === locale);
  return inLocale.find((one) => one.market === market) ?? inLocale.find((one) => one.market === '');
}

/** Keeps words, or goes back to the built-in ones where both are empty. Proofs of before keep the words of before. */
export async function saveBannerText(
  tx: Tx,
  { market, locale, ...words }: BannerText,
): Promise<Result<undefined, Refusal<'invalid'>>> {
  const [title, text] = [words.title.trim(), words.text.trim()];
  if ((title === '') !== (text === '')) {
    return refuse('invalid', 'a banner has a title and a text, or neither', title === '' ? 'title' : 'text');
  }
  if (title.length > LONGEST.title || text.length > LONGEST.text) {
    const field = title.length > LONGEST.title ? 'title' : 'text';
    return refuse('invalid', `a ${field} has at most ${LONGEST[field]} characters`, field);
  }
  if (title === '') {
    await sql`delete from markets.banner_text where market = ${market} and locale = ${locale}`.execute(tx);
  } else {
    await sql`
      insert into markets.banner_text (market, locale, title, text) values (${market}, ${locale}, ${title}, ${text})
      on conflict (market, locale) do update set title = excluded.title, text = excluded.text`.execute(tx);
  }
  await tell(tx, 'markets.changed', {});
  return ok(undefined);
}
