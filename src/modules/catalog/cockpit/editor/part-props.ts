import type { ProductForm } from './form.ts';

/** What each part of the editor is given. */
export type PartProps = {
  readonly form: ProductForm;
  readonly change: (parts: Partial<ProductForm>) => void;
  readonly isReadOnly: boolean;
  readonly problems: Readonly<Record<string, string>>;
};
