import type { CartTyped } from '../cart/cart-page.ts';
import type { StatusNote } from '../model/index.ts';
import type { Typed } from './typed.ts';

/** What the page shows besides the cart. */
export type Told = {
  readonly typed: Typed;
  readonly codesTyped?: CartTyped;
  readonly status?: StatusNote | undefined;
  readonly isProblem?: boolean;
};
