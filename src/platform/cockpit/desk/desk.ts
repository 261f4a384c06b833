import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Language } from '../text/language.ts';

/** A screen at an address below `/cockpit`, loaded when it is opened. */
export type Screen = {
  /** `/orders/$id` */
  readonly path: `/${string}`;
  /** Which permission the screen needs; without it, it says so. */
  readonly permission: string;
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
};

export type NavigationEntry = {
  readonly path: `/${string}`;
  readonly label: Record<Language, string>;
  readonly permission: string;
  /** The first path of another desk, below which it stands instead of its own. */
  readonly below?: `/${string}`;
  /** Letters that are typed after `g` to go there: `o`. */
  readonly key?: string;
  /** How many wait there: an operation that answers with how many are `open`. */
  readonly count?: 'countDecisions';
  /** What a palette finds it by, beside its label. */
  readonly words?: string;
  /** Puts it on the home of the settings, whatever section its desk is in; one of a settings desk has the desk's group. */
  readonly group?: SettingsGroup;
  /** What it is for, in one line of the settings' home. */
  readonly about?: Record<Language, string>;
  /** On the settings' home, in place of the desk's. */
  readonly icon?: LucideIcon;
};

/** Something that can be begun from anywhere, by the palette. */
export type Action = {
  readonly label: Record<Language, string>;
  readonly permission: string;
  readonly path: `/${string}`;
  readonly words?: string;
};

export type Found = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly path: `/${string}`;
};

/** Looks for things by what was typed in the palette. */
export type Finder = {
  readonly label: Record<Language, string>;
  readonly permission: string;
  readonly find: (typed: string, signal: AbortSignal) => Promise<readonly Found[]>;
};

export type Section = 'work' | 'shop' | 'settings';

/** Under which heading of the settings' home a page stands. */
export type SettingsGroup = 'shop' | 'selling' | 'team' | 'programs' | 'system';

/**
 * A group of screens of one module: where they are, how they are found, which languages they speak. A desk is light; what
 * it needs to be drawn is loaded with its screens.
 *
 * @example
 * export const desk: Desk = {
 *   name: 'orders', section: 'work', rank: 20, icon: ShoppingBag,
 *   navigation: [{ path: '/orders', label: { en: 'Orders', … }, permission: 'orders:read', key: 'o' }],
 *   screens: [{ path: '/orders', permission: 'orders:read', load: () => import('./orders-screen.tsx') }],
 *   messages: { en: async () => (await import('./messages/en.ts')).en, … },
 * };
 */
export type Desk = {
  readonly name: string;
  readonly section: Section;
  /** Where it stands in its section: small first. */
  readonly rank: number;
  readonly icon: LucideIcon;
  /** Of a desk in the section `settings`. */
  readonly group?: SettingsGroup;
  /** The first is the desk itself, the others stand below it. */
  readonly navigation: readonly NavigationEntry[];
  readonly screens: readonly Screen[];
  readonly messages: Readonly<Record<Language, () => Promise<unknown>>>;
  readonly actions?: readonly Action[];
  readonly finders?: readonly Finder[];
};
