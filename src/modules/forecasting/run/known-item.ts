import type { Item } from '../make/item.ts';
import type { Good } from './read-goods.ts';

/** An item with what it is called, and from where and over which channels it goes. */
export type KnownItem = {
  readonly item: Item;
  readonly good: Good;
  /** Shares, by the location's id and by origin. */
  readonly places: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, number>>;
};
