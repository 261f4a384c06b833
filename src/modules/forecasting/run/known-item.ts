import type { OwnForecast } from '../make/forecast-item.ts';
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

/** With its forecast, but without its days: those of all are more than fits into memory. */
export type ForecastItem = Omit<KnownItem, 'item'> & {
  readonly item: Pick<Item, 'variantId' | 'category' | 'brand'>;
  readonly own: OwnForecast;
  readonly fingerprint: string;
};
