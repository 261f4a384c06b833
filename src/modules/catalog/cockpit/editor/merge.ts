import { isSame, type ProductForm } from './form.ts';

export type Field = keyof ProductForm;

export type Merge = {
  /** What only one of the two changed, taken from them; for what both changed, mine. */
  readonly merged: ProductForm;
  /** What both changed, and not to the same. */
  readonly conflicts: readonly Field[];
  /** What they changed and I did not. */
  readonly taken: readonly Field[];
};

/**
 * Two people's changes of one product, field by field: `base` is what both began with.
 *
 * @example mergeForms({ title: 'A', … }, { title: 'B', … }, { title: 'A', tags: ['x'], … }) // B with the tag
 */
export function mergeForms(base: ProductForm, mine: ProductForm, theirs: ProductForm): Merge {
  const fields = Object.keys(base) as Field[];
  const changedBy = (form: ProductForm) => fields.filter((field) => !isSame(base[field], form[field]));
  const [own, others] = [new Set(changedBy(mine)), changedBy(theirs)];
  const taken = others.filter((field) => !own.has(field));
  const conflicts = others.filter((field) => own.has(field) && !isSame(mine[field], theirs[field]));
  return { merged: withFields(mine, theirs, taken), conflicts, taken };
}

/** `form` with these fields of another. */
export function withFields(form: ProductForm, other: ProductForm, fields: readonly Field[]): ProductForm {
  return { ...form, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
}
