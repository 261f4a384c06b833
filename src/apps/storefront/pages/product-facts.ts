import type { Product, ProductId } from '../../../modules/catalog/index.ts';
import type { ProductPage } from '../model/index.ts';
import type { Facts } from './read-facts.ts';

/** All that is known of one product when its page is drawn, in the page's language and currency. */
export type ProductFacts = Omit<Facts, 'products'> & {
  readonly product: Product;
  readonly relatedIds: readonly ProductId[];
  readonly crossSoldIds: readonly ProductId[];
  readonly sizeTable: ProductPage['sizeTable'];
  /** What the chosen set holds. */
  readonly bundle: readonly {
    readonly product: Product;
    readonly optionValues: readonly string[];
    readonly quantity: number;
  }[];
};
