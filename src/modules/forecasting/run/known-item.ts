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
  /** Of its backtest only the method that is used. */
  readonly own: OwnForecast;
  /** All of it, as JSON of its rows; '' where there is none. */
  readonly tested: string;
  readonly fingerprint: string;
};
