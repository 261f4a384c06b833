import { findDimension } from '../explore/dimensions.ts';
import { MEASURES } from '../explore/measures.ts';
import { readQuery } from './parse-query.ts';
import { type Offer, readerOf } from './reader.ts';
import { tokensOf } from './tokens.ts';

export type Choice = {
  readonly text: string;
  readonly kind: Offer['kind'];
  /** Of measures and dimensions what they are. */
  readonly about?: string;
};

/** What can be written at a place. */
export type Completion = {
  /** The piece that is being written, which a choice takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
  /** A text is being written: values of this dimension that have this in them could stand there. */
  readonly values?: { readonly dimension: string; readonly typed: string };
};

/** What can be written at an offset of a text, in the order in which the grammar has it, the best fit first. */
export function completionsAt(text: string, offset: number): Completion {
  const before = text.slice(0, offset);
  const open = tokensOf(before).find(({ kind }) => kind === 'open text');
  const from = open?.at ?? offset - (/\w*$/.exec(before)?.[0].length ?? 0);
  const to = open ? offset : offset + (/^\w*/.exec(text.slice(offset))?.[0].length ?? 0);
  const reader = readerOf(text.slice(0, from));
  readQuery(reader);
  // Something before it is wrong: nobody knows what could follow.
  const offers = reader.here().kind === 'end' ? reader.offers() : [];
  const texts = offers.find(({ kind }) => kind === 'text');
  if (texts?.of !== undefined) {
    const typed = open?.text ?? before.slice(from);
    return { from, to, choices: [], values: { dimension: texts.of, typed } };
  }
  return { from, to, choices: open ? [] : choicesOf(offers, before.slice(from)) };
}

function choicesOf(offers: readonly Offer[], typed: string): Choice[] {
  const wanted = typed.toLowerCase();
  const choices = offers.flatMap(({ kind, texts }) =>
    kind === 'sign' ? [] : texts.map((text): Choice => ({ text, kind, ...aboutOf(kind, text) })),
  );
  const fits = choices.filter(({ text }) => text.toLowerCase().includes(wanted));
  const begins = (choice: Choice) => choice.text.toLowerCase().startsWith(wanted);
  return [...fits.filter(begins), ...fits.filter((choice) => !begins(choice))];
}

function aboutOf(kind: Offer['kind'], text: string): { readonly about?: string } {
  const found = kind === 'measure' ? MEASURES.find(({ id }) => id === text) : undefined;
  const about = found?.about ?? (kind === 'dimension' ? findDimension(text)?.about : undefined);
  return about === undefined ? {} : { about };
}
