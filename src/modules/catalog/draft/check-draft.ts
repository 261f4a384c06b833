import { LIMITS } from '../limits.ts';
import type { SafetyContact } from '../product.ts';
import type { ProductDraft } from '../product-draft.ts';
import type { DraftRefusal } from '../saved-product.ts';
import type { Option } from '../variant.ts';
import { foreignProblems } from './check-foreign.ts';
import { checkVariant } from './check-variant.ts';
import { countProblem, firstProblem, nameProblem, problem, textProblem } from './problem.ts';

// Letters and digits of any script, hyphen and underscore: what other shops' addresses are made of.
const HANDLE = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}_-]*$/u;
const KINDS: ReadonlySet<string> = new Set(['physical', 'digital', 'bundle', 'gift_card']);
const STATUSES: ReadonlySet<string> = new Set(['draft', 'active', 'archived']);

/**
 * What is wrong with a tidied draft by itself, whatever is in the shop: the first thing found, or
 * `undefined`.
 */
export function checkDraft(draft: ProductDraft): DraftRefusal | undefined {
  return firstProblem(checksOf(draft));
}

function* checksOf(draft: ProductDraft): Generator<DraftRefusal | undefined> {
  yield handleProblem(draft.handle);
  yield nameProblem('title', draft.title, LIMITS.title);
  yield textProblem('descriptionHtml', draft.descriptionHtml, LIMITS.descriptionHtml);
  yield textProblem('productType', draft.productType, LIMITS.productType);
  yield textProblem('brand', draft.brand, LIMITS.brandName);
  yield textProblem('seoTitle', draft.seoTitle, LIMITS.seoTitle);
  yield textProblem('seoDescription', draft.seoDescription, LIMITS.seoDescription);
  yield textProblem('safetyWarnings', draft.safetyWarnings, LIMITS.safetyWarnings);
  yield memberProblem('kind', draft.kind, KINDS);
  yield memberProblem('status', draft.status, STATUSES);
  yield contactProblem('manufacturer', draft.manufacturer);
  yield contactProblem('euResponsiblePerson', draft.euResponsiblePerson);
  yield countProblem('tags', draft.tags, LIMITS.tags);
  yield* (draft.tags ?? []).map((tag, index) => textProblem(`tags[${index}]`, tag, LIMITS.tag));
  yield* categoryProblems(draft.categories ?? []);
  yield countProblem('media', draft.media, LIMITS.media);
  yield* (draft.media ?? []).map(({ alt }, index) => textProblem(`media[${index}].alt`, alt, LIMITS.alt));
  yield* optionProblems(draft.options ?? []);
  yield* foreignProblems('foreignFields', draft.foreignFields ?? {});
  yield countProblem('variants', draft.variants, LIMITS.variants);
  if (draft.variants?.length === 0)
    yield problem('missing', 'variants', 'a product has at least one variant');
  for (const [index, variant] of (draft.variants ?? []).entries()) {
    yield checkVariant(`variants[${index}]`, variant);
  }
}

function handleProblem(handle: string): DraftRefusal | undefined {
  if (handle === '') return problem('missing', 'handle', 'a product needs a handle');
  const tooLong = textProblem('handle', handle, LIMITS.handle);
  if (tooLong !== undefined) return tooLong;
  if (isHandle(handle)) return undefined;
  const message = `"${handle}" is no handle: lower-case letters, digits, hyphens and underscores are`;
  return problem('invalid', 'handle', message);
}

export function isHandle(text: string): boolean {
  return text.length <= LIMITS.handle && HANDLE.test(text) && text === text.toLowerCase();
}

function memberProblem(
  field: string,
  value: string | undefined,
  members: ReadonlySet<string>,
): DraftRefusal | undefined {
  if (value === undefined || members.has(value)) return undefined;
  return problem('invalid', field, `${field} is "${value}"; one of ${[...members].join(', ')} is needed`);
}

function contactProblem(field: string, contact: SafetyContact | undefined): DraftRefusal | undefined {
  if (contact === undefined) return undefined;
  return firstProblem([
    nameProblem(`${field}.name`, contact.name, LIMITS.contactField),
    textProblem(`${field}.postalAddress`, contact.postalAddress, LIMITS.contactField),
    textProblem(`${field}.electronicAddress`, contact.electronicAddress, LIMITS.contactField),
  ]);
}

function* categoryProblems(paths: readonly (readonly string[])[]): Generator<DraftRefusal | undefined> {
  yield countProblem('categories', paths, LIMITS.categories);
  for (const [index, path] of paths.entries()) {
    yield countProblem(`categories[${index}]`, path, LIMITS.categoryDepth);
    yield* path.map((name) => nameProblem(`categories[${index}]`, name, LIMITS.categoryName));
  }
}

function* optionProblems(options: readonly Option[]): Generator<DraftRefusal | undefined> {
  yield countProblem('options', options, LIMITS.options);
  const names = new Set<string>();
  for (const [index, { name, values }] of options.entries()) {
    const field = `options[${index}]`;
    yield nameProblem(`${field}.name`, name, LIMITS.optionName);
    if (names.has(name.toLowerCase())) {
      yield problem('duplicate', `${field}.name`, `two options are called "${name}"`);
    }
    names.add(name.toLowerCase());
    yield countProblem(`${field}.values`, values, LIMITS.variants);
    yield* values.map((value) => nameProblem(`${field}.values`, value, LIMITS.optionValue));
  }
}
