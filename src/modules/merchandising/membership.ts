import type { Id } from '../../kernel/index.ts';
import type { ProductId } from '../catalog/index.ts';
import { changedFields, type ProductFacts } from './facts.ts';
import { type Matcher, matcherOf, type Rule } from './rule.ts';

export type CollectionId = Id<'collection'>;

/** A collection as membership sees it: its rule, and the fields that the rule names. */
export type RuleCollection = {
  readonly id: CollectionId;
  readonly rule: Rule;
  readonly fields: readonly string[];
};

export type Membership = { readonly collectionId: CollectionId; readonly productId: ProductId };

/** A product whose facts are new, changed or gone. */
export type FactsChange = {
  readonly productId: ProductId;
  readonly before: ProductFacts | undefined;
  readonly after: ProductFacts | undefined;
  readonly fields: readonly string[];
};

/** Which of these products changed in what rules may ask. */
export function factsChanges(
  productIds: readonly ProductId[],
  before: ReadonlyMap<ProductId, ProductFacts>,
  after: ReadonlyMap<ProductId, ProductFacts>,
): FactsChange[] {
  return productIds
    .map((productId) => {
      const [old, now] = [before.get(productId), after.get(productId)];
      return { productId, before: old, after: now, fields: changedFields(old, now) };
    })
    .filter((change) => change.fields.length > 0);
}

export type Candidate = { readonly productId: ProductId; readonly facts: ProductFacts };

/** Which products to ask a collection's rule about. */
export type Question = { readonly collection: RuleCollection; readonly candidates: readonly Candidate[] };

/** Only rules that name a changed field can give another answer than before; a new product is asked about by all. */
export function questionsFor(
  collections: readonly RuleCollection[],
  changes: readonly FactsChange[],
): Question[] {
  const newcomers: Candidate[] = [];
  const byField = new Map<string, Set<Candidate>>();
  for (const { productId, before, after, fields } of changes) {
    if (after === undefined) continue;
    const candidate = { productId, facts: after };
    if (before === undefined) newcomers.push(candidate);
    else for (const field of fields) getOrMake(byField, field).add(candidate);
  }
  const questions = collections.map((collection) => {
    const touched = collection.fields.flatMap((field) => [...(byField.get(field) ?? [])]);
    return { collection, candidates: [...new Set([...newcomers, ...touched])] };
  });
  return questions.filter((question) => question.candidates.length > 0);
}

/** What is to be written, given who is in now. */
export function decideMembership(
  questions: readonly Question[],
  current: readonly Membership[],
  now: Temporal.Instant,
): { readonly entered: readonly Membership[]; readonly left: readonly Membership[] } {
  const members = new Map<CollectionId, Set<ProductId>>();
  for (const { collectionId, productId } of current) {
    const set = members.get(collectionId) ?? new Set();
    members.set(collectionId, set.add(productId));
  }
  const [entered, left]: [Membership[], Membership[]] = [[], []];
  for (const { collection, candidates } of questions) {
    const matches: Matcher = matcherOf(collection.rule);
    const inside = members.get(collection.id);
    for (const { productId, facts } of candidates) {
      const belongs = matches(facts, now.epochMilliseconds);
      const isMember = inside?.has(productId) ?? false;
      if (belongs && !isMember) entered.push({ collectionId: collection.id, productId });
      if (!belongs && isMember) left.push({ collectionId: collection.id, productId });
    }
  }
  return { entered, left };
}

function getOrMake(map: Map<string, Set<Candidate>>, key: string): Set<Candidate> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Set<Candidate>();
  map.set(key, made);
  return made;
}
