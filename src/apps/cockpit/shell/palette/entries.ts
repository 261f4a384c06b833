import type { Desk } from '../../../../platform/cockpit/desk/index.ts';
import type { Language } from '../../../../platform/cockpit/text/index.ts';

/** A line of the palette. */
export type Entry = {
  readonly title: string;
  readonly detail: string;
  readonly group: string;
  readonly path: string;
  /** What it is found by, beside its title. */
  readonly words?: string;
};

type Circumstances = {
  readonly language: Language;
  readonly may: (permission: string) => boolean;
  readonly words: { readonly page: string; readonly action: string };
};

/** Pages and actions of all desks, as far as the person may. */
export function entriesOf(desks: readonly Desk[], { language, may, words }: Circumstances): readonly Entry[] {
  return desks.flatMap(({ navigation, actions = [] }) => [
    ...navigation
      .filter(({ permission }) => may(permission))
      .map(({ label, path, words: more, key }) =>
        entry(label, path, words.page, more, key ? `g ${key}` : ''),
      ),
    ...actions
      .filter(({ permission }) => may(permission))
      .map(({ label, path, words: more }) => entry(label, path, words.action, more, '')),
  ]);

  function entry(
    label: Record<Language, string>,
    path: string,
    group: string,
    more: string | undefined,
    detail: string,
  ): Entry {
    // English words find a page in every language.
    return { title: label[language], detail, group, path, words: `${label.en} ${more ?? ''}` };
  }
}

/** Entries that have every typed word at the start of one of theirs; those whose title begins with it first. */
export function matching(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = wordsOf(typed);
  const starts = ({ title }: Entry) => plain(title).startsWith(wanted[0] ?? '');
  return entries
    .filter(({ title, words = '' }) => {
      const own = wordsOf(`${title} ${words}`);
      return wanted.every((word) => own.some((one) => one.startsWith(word)));
    })
    .toSorted((a, b) => Number(starts(b)) - Number(starts(a)));
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
