import type { GiftCardKey } from '../../../modules/credits/index.ts';
import type { OrderDeps } from '../../../modules/orders/index.ts';
import type { ProviderName } from '../../../modules/payments/index.ts';
import type { OpenFile, Withdraw } from '../deps.ts';
import type { Desk } from '../desk.ts';

/** What pages of one shopper ask beside what all pages do. */
export type ShopperDesk = Desk & {
  /** Carts, orders and payments, with connections that write. */
  readonly orders: OrderDeps;
  /** Under which gift cards are hashed. */
  readonly giftCardKey: GiftCardKey;
  /** Where a payment provider sends its news. */
  readonly webhookUrl: (provider: ProviderName) => string;
  readonly withdraw?: Withdraw;
  readonly openFile?: OpenFile;
  /** The checkout's own scripts, as the build named them. */
  readonly checkoutScripts: { readonly checkout: string; readonly pay: string };
  /** The demo keeps its mails in a page of the shop instead of sending them. */
  readonly hasMailbox: boolean;
};
