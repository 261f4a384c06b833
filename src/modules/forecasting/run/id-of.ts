import { parseId } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';

/** A variant's id as the warehouse writes it. @throws RangeError for anything else */
export function idOf(text: string): VariantId {
  const id = parseId<'variant'>(text);
  if (id === undefined) throw new RangeError(`${text} is no id of a variant`);
  return id;
}
