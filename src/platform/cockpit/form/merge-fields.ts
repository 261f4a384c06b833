export type MergedFields<Form> = {
  /** What only one of the two changed, taken from them; for what both changed, mine. */
  readonly merged: Form;
  /** What both changed, and not to the same. */
  readonly conflicts: readonly (keyof Form)[];
};

/**
 * Two people's changes of one form, field by field: `base` is what both began with.
 *
 * @example
 * mergeFields({ name: 'A', phone: '' }, { name: 'B', phone: '' }, { name: 'A', phone: '1' }).merged; // B with the phone
 */
export function mergeFields<Form extends object>(base: Form, mine: Form, theirs: Form): MergedFields<Form> {
  const fields = Object.keys(base).filter((field): field is keyof Form & string => field in base);
  const isSame = (one: Form, other: Form, field: keyof Form) =>
    JSON.stringify(one[field]) === JSON.stringify(other[field]);
  const own = fields.filter((field) => !isSame(base, mine, field));
  return {
    merged: { ...theirs, ...Object.fromEntries(own.map((field) => [field, mine[field]])) },
    conflicts: own.filter((field) => !isSame(base, theirs, field) && !isSame(mine, theirs, field)),
  };
}
