import type { MoneyText, PictureModel } from './basics.ts';

export type Card = {
  readonly productId: string;
  readonly href: string;
  readonly title: string;
  readonly brand: string | undefined;
  readonly price: MoneyText;
  /** `true`: variants cost differently and `price` is the least. */
  readonly isFrom: boolean;
  readonly compareAt: MoneyText | undefined;
  readonly discountPercent: number | undefined;
  readonly picture: PictureModel | undefined;
  readonly secondPicture: PictureModel | undefined;
  readonly swatches: readonly { readonly label: string; readonly color: string }[];
  readonly isNew: boolean;
  readonly isSoldOut: boolean;
  /** Sold out, and about when the first of it is back: `Dec 12`. */
  readonly backAbout?: string;
};
