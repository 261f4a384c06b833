import type { QueryProblem, QueryProblemCode } from './query.ts';
import { type Token, tokensOf } from './tokens.ts';
import { nearest } from './words.ts';

/** What may stand at a place: fixed texts, or anything of a kind. */
export type Offer = {
  readonly kind: 'keyword' | 'measure' | 'dimension' | 'name' | 'sign' | 'text' | 'number' | 'date' | 'end';
  readonly texts: readonly string[];
  /** Of a text: the dimension that it is a value of. */
  readonly of?: string;
};

export type Reader = ReturnType<typeof readerOf>;

/**
 * Reads a text piece by piece and remembers what could have stood where it stopped: the same grammar tells what is wrong,
 * what was expected, and what can be written next.
 */
export function readerOf(text: string) {
  const tokens = tokensOf(text);
  const accepted: Accepted[] = [];
  let [place, offers] = [0, [] as Offer[]];
  const here = (): Token => tokens[place] ?? endOf(text);
  let isHalf = false;
  const offer = (made: Offer): void => {
    if (!isHalf) offers = [...offers, made];
  };
  const next = (kind: Offer['kind'], said: string): string => {
    accepted.push({ kind, text: said, at: here().at, length: here().raw.length });
    [place, offers] = [place + 1, []];
    return said;
  };
  return {
    here,
    offers: () => offers,
    isHalfRead: () => isHalf,
    /** What was read of a kind: to point at it afterwards. */
    acceptedAs: (kind: Offer['kind'], said: string) =>
      accepted.findLast((one) => one.kind === kind && one.text === said),
    /** A keyword of one or two words. Half of one ends the reading: nothing else begins with it. */
    keyword: (keyword: string): boolean => {
      const [first = '', ...more] = keyword.split(' ');
      offer({ kind: 'keyword', texts: [keyword] });
      if (isHalf || !isWord(here(), first)) return false;
      next('keyword', first);
      for (const word of more) {
        offer({ kind: 'keyword', texts: [word] });
        isHalf = !isWord(here(), word);
        if (isHalf) return false;
        next('keyword', word);
      }
      return true;
    },
    /** One of some words; `offered`: those that make sense here. */
    word: <Word extends string>(
      kind: 'measure' | 'dimension' | 'name',
      words: readonly Word[],
      offered: readonly string[] = words,
    ): Word | undefined => {
      offer({ kind, texts: offered });
      const found =
        here().kind === 'word' && !isHalf ? words.find((word) => isWord(here(), word)) : undefined;
      if (found !== undefined) next(kind, found);
      return found;
    },
    /** Any piece of a kind. */
    piece: (kind: 'text' | 'number' | 'date' | 'word', of?: string): string | undefined => {
      offer({ kind: kind === 'word' ? 'name' : kind, texts: [], ...(of === undefined ? {} : { of }) });
      return here().kind === kind && !isHalf ? next(kind === 'word' ? 'name' : kind, here().text) : undefined;
    },
    sign: (...signs: readonly string[]): string | undefined => {
      offer({ kind: 'sign', texts: signs });
      const { kind, text: said } = here();
      return kind === 'sign' && !isHalf && signs.includes(said) ? next('sign', said) : undefined;
    },
    isEnd: (): boolean => {
      offer({ kind: 'end', texts: [] });
      return here().kind === 'end';
    },
    /** What is wrong with the piece here, or with one that was read. */
    problem: (code?: QueryProblemCode, about?: Accepted, message?: string): QueryProblem => {
      const { at, length } = about ?? { at: here().at, length: here().raw.length };
      const found = text.slice(at, at + length);
      return problemOf({ at, length, found }, about === undefined ? offers : [], here(), { code, message });
    },
  };
}

export type Accepted = {
  readonly kind: Offer['kind'];
  readonly text: string;
  readonly at: number;
  readonly length: number;
};

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word.toLowerCase();
}

function endOf(text: string): Token {
  return { kind: 'end', raw: '', text: '', at: text.length };
}

function problemOf(
  where: { readonly at: number; readonly length: number; readonly found: string },
  offers: readonly Offer[],
  token: Token,
  given: { readonly code: QueryProblemCode | undefined; readonly message: string | undefined },
): QueryProblem {
  const expected = [...new Set(offers.flatMap(expectedOf))];
  const { found } = where;
  const suggestion =
    token.kind === 'word'
      ? nearest(
          found,
          offers.flatMap(({ texts }) => texts),
        )
      : undefined;
  const isWord = token.kind === 'word';
  const ofKind = (kind: Offer['kind']) => isWord && offers.some((offer) => offer.kind === kind);
  const code =
    given.code ??
    (token.kind === 'open text'
      ? 'unclosed_text'
      : ofKind('measure')
        ? 'unknown_measure'
        : ofKind('dimension')
          ? 'unknown_dimension'
          : 'unexpected');
  const meant = suggestion === undefined ? '' : `; did you mean ${suggestion}?`;
  const what = found === '' ? 'the query ends' : `"${found}" stands`;
  const message =
    given.message ??
    (code === 'unclosed_text'
      ? 'a text begins here and does not end: a quotation mark is missing'
      : `${what} where ${listOf(expected)} is expected${meant}`);
  return {
    code,
    message,
    field: 'q',
    ...where,
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Names of what there are many of; the words themselves where there are few. */
function expectedOf({ kind, texts, of }: Offer): readonly string[] {
  if (kind === 'measure' || kind === 'dimension') return [`a ${kind}`];
  if (kind === 'text') return [of === undefined ? "a text such as 'DE'" : `a text of ${of}`];
  if (kind === 'number') return ['a number'];
  if (kind === 'date') return ['a day such as 2026-11-27'];
  if (kind === 'end') return [];
  return texts.length > 0 ? texts : ['a word'];
}

function listOf(expected: readonly string[]): string {
  const last = expected.at(-1) ?? 'nothing more';
  return expected.length < 2 ? last : `${expected.slice(0, -1).join(', ')} or ${last}`;
}
