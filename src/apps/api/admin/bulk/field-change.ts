import { z } from 'zod';
import type { Product, ProductChange } from '../../../../modules/catalog/index.ts';
import type { fieldAction } from '../contract/product-bulk.ts';

export type FieldAction = z.infer<typeof fieldAction>;
export type Fields = Pick<ProductChange['fields'], 'status' | 'tags'>;

/** What fields said before and say afterwards; as text for people who look at it first. */
export type FieldChange = {
  readonly before: Fields;
  readonly after: Fields;
  readonly textBefore: string;
  readonly textAfter: string;
  readonly isChange: boolean;
};

/** What an action makes of a product's fields. Tags are the same whatever their case. */
export function fieldChange({ status, tags }: Product, action: FieldAction): FieldChange {
  if (action.kind === 'status') {
    const [before, after] = [{ status }, { status: action.status }];
    const isChange = status !== action.status;
    return { before, after, textBefore: status, textAfter: action.status, isChange };
  }
  const wanted = action.kind === 'add_tags' ? withTags(tags, action.tags) : withoutTags(tags, action.tags);
  const [textBefore, textAfter] = [tags.join(', '), wanted.join(', ')];
  const isChange = textBefore !== textAfter;
  return { before: { tags }, after: { tags: wanted }, textBefore, textAfter, isChange };
}

function withTags(tags: readonly string[], added: readonly string[]): string[] {
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  return [...tags, ...added.filter((tag) => !known.has(tag.toLowerCase()))];
}

function withoutTags(tags: readonly string[], removed: readonly string[]): string[] {
  const meant = new Set(removed.map((tag) => tag.toLowerCase()));
  return tags.filter((tag) => !meant.has(tag.toLowerCase()));
}

const kept = z.object({
  status: z.enum(['draft', 'active', 'archived']).optional(),
  tags: z.array(z.string()).optional(),
});

/** Fields as they were kept of a piece. */
export function keptFields(json: unknown): Fields {
  const { status, tags } = kept.parse(json);
  return { ...(status === undefined ? {} : { status }), ...(tags === undefined ? {} : { tags }) };
}

/** Whether the product says what these fields say. */
export function says(product: Product, fields: Fields): boolean {
  const isStatus = fields.status === undefined || fields.status === product.status;
  // The order in which tags are kept is the catalogue's.
  const sorted = (tags: readonly string[]) => tags.toSorted().join('\n');
  return isStatus && (fields.tags === undefined || sorted(fields.tags) === sorted(product.tags));
}
