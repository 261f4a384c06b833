import type { LucideIcon } from 'lucide-react';
import type { Desk, SettingsGroup } from '../../../../platform/cockpit/desk/index.ts';
import type { Language } from '../../../../platform/cockpit/text/index.ts';

/** In the order of the settings' home. `other`: a page that names no group. */
export const GROUPS = ['shop', 'selling', 'team', 'programs', 'system', 'other'] as const satisfies readonly (
  | SettingsGroup
  | 'other'
)[];
export type PlaceGroup = (typeof GROUPS)[number];

/** A page of the settings. */
export type SettingsPlace = {
  readonly path: string;
  readonly label: string;
  readonly about: string;
  readonly icon: LucideIcon;
  readonly group: PlaceGroup;
  /** It is a page of another desk, and stays where it is in the navigation. */
  readonly isLent: boolean;
  /** What it is found by, in English too. */
  readonly words: string;
};

const HOME = '/settings';

/** The pages of the settings that the person may open, as the desks' own navigation names them. */
export function settingsPlaces(
  desks: readonly Desk[],
  { language, may }: { readonly language: Language; readonly may: (permission: string) => boolean },
): readonly SettingsPlace[] {
  const places = desks.flatMap((desk) =>
    desk.navigation
      .filter(({ path, permission, group }) => {
        const isSetting = group !== undefined || desk.section === 'settings';
        return isSetting && path !== HOME && may(permission);
      })
      .map(({ path, label, about, icon, group, words = '' }) => ({
        ...{ path, label: label[language], about: about?.[language] ?? '', icon: icon ?? desk.icon },
        group: group ?? desk.group ?? ('other' as const),
        isLent: desk.section !== 'settings',
        words: [label[language], label.en, about?.[language] ?? '', about?.en ?? '', words].join(' '),
      })),
  );
  // What is nothing but a setting stands before what another desk lends.
  const rankOf = ({ group, isLent }: SettingsPlace) => GROUPS.indexOf(group) + (isLent ? 0.5 : 0);
  return places.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The pages of which every typed word begins one of their words. */
export function matchingPlaces(places: readonly SettingsPlace[], typed: string): readonly SettingsPlace[] {
  const wanted = wordsOf(typed);
  return places.filter(({ words }) => {
    const own = wordsOf(words);
    return wanted.every((word) => own.some((one) => one.startsWith(word)));
  });
}

/** Where somebody is among the settings: the page at this address or above it. */
export function placeAt(places: readonly SettingsPlace[], here: string): SettingsPlace | undefined {
  return places
    .filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}

function wordsOf(text: string): readonly string[] {
  const plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
