import { z } from 'zod';
import type { LocalText, LocalTextDraft } from './local-text.ts';
import { localText } from './local-text.ts';
import { LINK_TARGET } from './section.ts';

/** A menu's tree in one language, at most three levels deep. */
export type MenuItem = {
  readonly title: string;
  readonly path: string;
  readonly assetId?: string | undefined;
  readonly children: readonly MenuItem[];
};

export type MenuItemDraft = {
  readonly title: LocalTextDraft;
  readonly path: string;
  readonly assetId?: string | undefined;
  readonly children?: readonly MenuItemDraft[];
};

export type KeptMenuItem = {
  readonly title: LocalText;
  readonly path: string;
  readonly assetId?: string | undefined;
  readonly children: readonly KeptMenuItem[];
};

const ITEMS_A_LEVEL = 50;

const leaf = {
  title: localText(255, { min: 1 }),
  path: LINK_TARGET,
  assetId: z.uuid().toLowerCase().optional(),
};
const third = z.strictObject({
  ...leaf,
  children: z.array(z.never()).max(0, 'a menu has three levels at most').default([]),
});
const second = z.strictObject({ ...leaf, children: z.array(third).max(ITEMS_A_LEVEL).default([]) });
const first = z.strictObject({ ...leaf, children: z.array(second).max(ITEMS_A_LEVEL).default([]) });

/** Parses the items of a menu. */
export const MENU_ITEMS = z.array(first).max(ITEMS_A_LEVEL);
