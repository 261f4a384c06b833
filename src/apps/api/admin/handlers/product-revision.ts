import { money, toDecimal } from '../../../../kernel/index.ts';
import { fieldsIn, type RevisedFields, type Revision } from '../../../../modules/catalog/index.ts';
import type { Answer } from '../../../../platform/api/index.ts';
import type { productEditorEndpoints } from '../contract/product-editor.ts';

type RevisionAnswer = Answer<typeof productEditorEndpoints.listProductRevisions>['items'][number];

const LONGEST = 400;

/** A change in words that a person compares: each field before and after, shortened. */
export function revisionAnswer(revision: Revision): RevisionAnswer {
  const { version, madeAt, actor, cause, before, after } = revision;
  const changes = fieldsIn(revision).map((field) => {
    return { field, before: textOf(before, field), after: textOf(after, field) };
  });
  return { version: version.toString(), madeAt: madeAt.toString(), actor, cause, changes };
}

function textOf(fields: RevisedFields, name: string): string | undefined {
  const value = new Map<string, unknown>(Object.entries(fields)).get(name);
  if (value === undefined) return undefined;
  if (name === 'variants') return shortened((fields.variants ?? []).map(variantText).join('\n'));
  return shortened(plainText(value));
}

function variantText({
  optionValues,
  sku,
  barcode,
  cost,
  weightGrams,
}: NonNullable<RevisedFields['variants']>[number]) {
  const facts = [sku, barcode, weightGrams === undefined ? undefined : `${weightGrams} g`];
  const paid = cost && toDecimal(money(cost.minor, cost.currency));
  const known = [...facts, paid].filter((part) => part !== undefined && part !== '');
  return `${optionValues.join(' / ') || '–'}${known.length > 0 ? `: ${known.join(', ')}` : ''}`;
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (typeof value !== 'object' || value === null || value instanceof Temporal.Instant) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${plainText(part)}`)
    .join(', ');
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
