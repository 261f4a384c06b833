import { ok, parseLocale, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { tokens } from './engine/text/tokens.ts';
import type { Synonym } from './settings.ts';
import { deleteSynonym, upsertSynonym } from './store/rules.ts';

const MOST_WORDS = 20;
const LONGEST_WORD = 60;

export type SynonymRefusal = Refusal<'invalid_locale' | 'too_few' | 'too_many' | 'too_long' | 'missing'>;

/**
 * Makes a synonym, or changes the one with `id`. `words` alone stand for each other; with a `source`, only the source
 * stands for them: source `couch`, words `['sofa']` lets who searches a couch find sofas, and not the other way round.
 */
export async function saveSynonym(
  tx: Tx,
  input: {
    readonly id?: string;
    readonly locale: string;
    readonly source?: string | undefined;
    readonly words: readonly string[];
  },
): Promise<Result<Synonym, SynonymRefusal>> {
  const locale = parseLocale(input.locale);
  if (locale === undefined) return refuse('invalid_locale', `"${input.locale}" is no language`, 'locale');
  const words = [...new Set(input.words.map(tidy))].filter((word) => word !== '');
  const source = input.source === undefined ? undefined : tidy(input.source);
  if (source === '') return refuse('missing', 'the source has no word', 'source');
  const fewest = source === undefined ? 2 : 1;
  if (words.length < fewest) return refuse('too_few', `at least ${fewest} words are needed`, 'words');
  if (words.length > MOST_WORDS) return refuse('too_many', `at most ${MOST_WORDS} words`, 'words');
  const long = [...words, source ?? ''].find((word) => word.length > LONGEST_WORD);
  if (long !== undefined) return refuse('too_long', `at most ${LONGEST_WORD} characters a word`, 'words');
  const synonym: Synonym = { id: input.id ?? newId(), locale, source, words };
  await upsertSynonym(tx, synonym);
  await tell(tx, 'search.settings_changed', {});
  return ok(synonym);
}

export async function removeSynonym(tx: Tx, id: string): Promise<Result<undefined, Refusal<'not_found'>>> {
  if (!(await deleteSynonym(tx, id))) return refuse('not_found', `no synonym has the id ${id}`, 'id');
  await tell(tx, 'search.settings_changed', {});
  return ok(undefined);
}

// As it was written, for the person who reads the list; a text without a word to search for is nothing.
function tidy(word: string): string {
  return tokens(word).length === 0 ? '' : word.trim().replace(/\s+/g, ' ');
}
