import type { LineClass } from '../history-line.ts';

/** Which class the lines with these SKUs are of. `*` in the pattern stands for anything; case does not count. */
export type ClassRule = { readonly pattern: string; readonly class: Exclude<LineClass, 'tax'> };

/** Whether a line has a price, and somebody who could have been asked for it. */
export type LineShape = {
  readonly sku: string;
  readonly quantity: number;
  readonly hasPrice: boolean;
  readonly hasCustomer: boolean;
};

/**
 * Gives the class of lines by their SKU: the rule that names the whole SKU, else the one with the longest pattern. Without
 * any, a line for which nobody pays and that nobody gets (no price, and no customer or pieces going back) is a count of
 * stock put right: an adjustment. Everything else is goods.
 */
export function classifier(rules: readonly ClassRule[]): (line: LineShape) => ClassRule['class'] {
  const whole = new Map(rules.map((rule) => [rule.pattern.toLowerCase(), rule.class]));
  const stars = rules
    .filter(({ pattern }) => pattern.includes('*'))
    .toSorted((a, b) => b.pattern.length - a.pattern.length || (a.pattern < b.pattern ? -1 : 1))
    .map((rule) => ({ class: rule.class, fits: fitting(rule.pattern) }));
  const known = new Map<string, ClassRule['class'] | undefined>();
  const ruled = (sku: string) => {
    if (known.has(sku)) return known.get(sku);
    const found = whole.get(sku.toLowerCase()) ?? stars.find(({ fits }) => fits.test(sku))?.class;
    if (known.size < MOST_KEPT) known.set(sku, found);
    return found;
  };
  return ({ sku, quantity, hasPrice, hasCustomer }) => {
    const named = ruled(sku);
    if (named !== undefined) return named;
    return !hasPrice && (!hasCustomer || quantity < 0) ? 'adjustment' : 'goods';
  };
}

const MOST_KEPT = 100_000;

function fitting(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is');
}
