import type { LiveOrder } from './live-sources.ts';

/** So much of the name and how many visitors it is of. */
export type Counted = { readonly name: string; readonly visitors: number };

/** What goes on in the shop: counts, and nobody's way through it. */
export type LiveAnswer = {
  readonly at: Temporal.Instant;
  /** Different visitors with an event in the last so many minutes. */
  readonly visitors: { readonly last5: number; readonly last30: number };
  /** Page views of each of the last 30 minutes, the earliest first; the last one goes on. */
  readonly minutes: readonly { readonly at: Temporal.Instant; readonly views: number }[];
  /** Which page those of the last five minutes saw last. */
  readonly pages: readonly Counted[];
  /** Of the last 30 minutes. */
  readonly countries: readonly Counted[];
  readonly channels: readonly Counted[];
  readonly devices: readonly Counted[];
  /** How far visitors of the last 30 minutes came; each counts where they came to at last. */
  readonly stages: { readonly cart: number; readonly checkout: number; readonly bought: number };
  /** Placed in the last 30 minutes, the latest first. */
  readonly orders: readonly LiveOrder[];
};
