import type { Crumb, Link, MoneyText, PictureModel } from './basics.ts';
import type { Card } from './card.ts';

export type OptionModel = {
  readonly name: string;
  readonly kind: 'choice' | 'color';
  readonly values: readonly {
    readonly value: string;
    /** The page with this value chosen: works without JavaScript. */
    readonly href: string;
    readonly isChosen: boolean;
    readonly isAvailable: boolean;
    readonly color: string | undefined;
  }[];
};

export type VariantModel = {
  readonly id: string;
  readonly optionValues: readonly string[];
  readonly price: MoneyText;
  readonly compareAt: MoneyText | undefined;
  readonly unitPrice: string | undefined;
  readonly stock: {
    readonly state: 'in_stock' | 'low' | 'backorder' | 'preorder' | 'sold_out';
    readonly text: string;
    /** Sold out, and about when it is back: `2026-12-12`. */
    readonly expectedOn?: string;
  };
  readonly sku: string | undefined;
  readonly pictureAssetId: string | undefined;
};

export type ProductPage = {
  readonly kind: 'product';
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly brand: Link | undefined;
  readonly descriptionHtml: string;
  readonly pictures: readonly PictureModel[];
  readonly options: readonly OptionModel[];
  readonly chosen: VariantModel;
  /** All variants when they are at most 100, else only the chosen one: the page then reloads on a choice. */
  readonly variants: readonly VariantModel[];
  readonly attributes: readonly { readonly title: string; readonly value: string }[];
  readonly sizeTable:
    | {
        readonly title: string;
        readonly columns: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    | undefined;
  readonly delivery: readonly { readonly title: string; readonly text: string }[];
  readonly safety:
    | {
        readonly manufacturer: string | undefined;
        readonly responsiblePerson: string | undefined;
        readonly warnings: string | undefined;
      }
    | undefined;
  /** Goods, shown to consumers of the European Union. */
  readonly hasLegalGuarantee: boolean;
  readonly bundle: readonly { readonly title: string; readonly href: string; readonly quantity: number }[];
  readonly related: readonly Card[];
  readonly crossSold: readonly Card[];
  readonly id: string;
  readonly handle: string;
  /** More of one thing are not sold at once. */
  readonly maxQuantity: number;
};
