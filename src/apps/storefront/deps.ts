import type { Readable } from 'node:stream';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Result } from '../../kernel/index.ts';
import type { GiftCardKey } from '../../modules/credits/index.ts';
import type { Look } from '../../modules/markets/index.ts';
import type { AssetId } from '../../modules/media/index.ts';
import type { OrderDeps } from '../../modules/orders/index.ts';
import type { ProviderName } from '../../modules/payments/index.ts';
import type { Search } from '../../modules/search/index.ts';
import type { Listener } from '../../platform/broadcast/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { FragmentRenderer } from './answers/answer-route.ts';
import type { Frame, TemplateName, View } from './model/index.ts';

/** What draws pages: the view, or in tests something plain. */
export type Renderer = FragmentRenderer & {
  /** A complete document, from `<!doctype html>` on. */
  readonly renderView: (view: View) => string;
  readonly assets: (template: TemplateName) => Frame['assets'];
  /** The checkout's own, by the names that the build gave them. */
  readonly checkoutScripts: { readonly checkout: string; readonly pay: string };
};

/** Receives a consumer's withdrawal from a contract: kept and answered alike, whether such an order exists or not. */
export type Withdraw = (
  tx: Tx,
  input: {
    readonly orderNumber: string;
    readonly name: string;
    readonly email: string;
    readonly statement: string;
    readonly now: Temporal.Instant;
  },
) => Promise<Result<{ readonly submittedAt: Temporal.Instant }>>;

/** Opens a file that was bought; `undefined` when it is not there. Its stream is read to the end or destroyed. */
export type OpenFile = (
  assetId: AssetId,
) => Promise<{ readonly stream: Readable; readonly bytes: number } | undefined>;

/** Tells the statistics what a request led to: at once, without an answer, and whatever becomes of it. */
export type Tell = (
  request: FastifyRequest,
  event: {
    readonly name: string;
    /** The same name and key is the same event. */
    readonly key: string;
    readonly params: Readonly<Record<string, unknown>>;
  },
) => void;

/** What the pages of one shopper stand on. */
export type Shopping = {
  readonly orders: OrderDeps;
  readonly giftCardKey: GiftCardKey;
  /** Where a payment provider sends its news. */
  readonly webhookUrl: (provider: ProviderName) => string;
  /** Left out, the shop has no page for withdrawing. */
  readonly withdraw?: Withdraw;
  /** Left out, nothing can be downloaded. */
  readonly openFile?: OpenFile;
  /** The shop is reached by https: cookies go no other way. */
  readonly isSecure: boolean;
  /** The demo shows the mails that it did not send. */
  readonly hasMailbox: boolean;
};

export type StorefrontDeps = {
  readonly db: Db;
  readonly search: Search;
  /** Hears every commit: `(listener) => listen(connection, listener, log)` of platform/broadcast. */
  readonly listen: (listener: Listener) => Promise<{ readonly close: () => Promise<void> }>;
  readonly renderer: Renderer;
  readonly log: FastifyBaseLogger;
  /** `https://shop.example`; without it the shop's own setting holds, else the host that is asked for. */
  readonly baseUrl?: string | undefined;
  readonly now: () => Temporal.Instant;
  /** Which look a token of `?preview=` shows; left out, none. */
  readonly openPreview?: (token: string, now: Temporal.Instant) => Look | undefined;
  /** Carts, orders and who may see them. */
  readonly shopping: Shopping;
  /** Left out, nobody counts. */
  readonly tell?: Tell;
  /** 64 MB, on. */
  readonly cache?: { readonly maxBytes?: number; readonly isOn?: boolean };
};
