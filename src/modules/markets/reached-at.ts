import type { Shop } from './market.ts';

export type Reached = {
  /** Of the setting BASE_URL, or where this process listens when it is not set: `http://localhost:3000`. */
  readonly baseUrl: string;
  readonly isBaseUrlSet?: boolean;
};

/** Where the shop is reached: as the setting BASE_URL says, else as its owner said, else where it listens. */
export function reachedAt({ baseUrl, isBaseUrlSet = false }: Reached, shop: Pick<Shop, 'baseUrl'>): string {
  return (isBaseUrlSet || shop.baseUrl === '' ? baseUrl : shop.baseUrl).replace(/\/+$/, '');
}
