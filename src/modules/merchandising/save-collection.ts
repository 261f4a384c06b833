import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Locale, ok, type Refusal, type Result, refuse, slug } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { newId } from '../../platform/id.ts';
import type { AssetId } from '../catalog/index.ts';
import {
  COLLECTION_SORTS,
  type Collection,
  type CollectionSort,
  type TranslatedField,
} from './collection.ts';
import type { CollectionId } from './membership.ts';
import { recheckCollections } from './recheck.ts';
import { fieldsOf, type Rule } from './rule.ts';
import { parseRule } from './rule-parser.ts';
import { deleteCollection, readCollections, writeCollection, writeTranslation } from './store/collections.ts';
import { lockForRules } from './store/facts.ts';
import { lockCollection, readCollectionProducts, writeOrder } from './store/order.ts';
import { tellCollection } from './tell-moved.ts';

/** A collection as somebody wants it to be: what is left out keeps what is there, or takes its default. */
export type CollectionDraft = {
  /** Which one, when its handle is to change; otherwise the handle says it. */
  readonly id?: CollectionId;
  readonly handle: string;
  /** Required for a new one. */
  readonly title?: string;
  readonly descriptionHtml?: string;
  /** Checked by `parseRule`. `null` makes it a manual collection that keeps the products it has. */
  readonly rule?: unknown;
  readonly sort?: CollectionSort;
  readonly assetId?: AssetId | null;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  readonly isPublished?: boolean;
  readonly position?: number;
  /** The version that the change was made on: somebody else's later change is then not overwritten. */
  readonly expectedVersion?: bigint;
};

export type CollectionRefusal = Refusal<
  | 'handle_invalid'
  | 'handle_taken'
  | 'title_missing'
  | 'field_invalid'
  | 'rule_invalid'
  | 'collection_unknown'
  | 'version_conflict'
>;

/**
 * Makes or changes a collection, found by its id or else its handle. A new or changed rule is asked about every product
 * at once, in batches; the same draft twice writes and tells nothing.
 */
export async function saveCollection(
  tx: Tx,
  input: { readonly draft: CollectionDraft; readonly now: Temporal.Instant },
): Promise<Result<Collection, CollectionRefusal>> {
  const { draft, now } = input;
  const wrong = checkDraft(draft);
  if (wrong !== undefined) return { ok: false, refusal: wrong };
  const rule = draft.rule === undefined || draft.rule === null ? ok(undefined) : parseRule(draft.rule);
  if (!rule.ok) return rule;
  await lockForRules(tx);
  const byHandle = (await readCollections(tx, { handle: draft.handle }))[0];
  const old = draft.id === undefined ? byHandle : (await readCollections(tx, { ids: [draft.id] }))[0];
  const refusal = conflictOf(draft, old, byHandle);
  if (refusal !== undefined) return { ok: false, refusal };
  const wanted = applyDraft(old ?? aNewCollection(draft), draft, rule.value);
  if (old !== undefined && isSame(old, wanted)) return ok(old);
  const saved: Collection = { ...wanted, version: (old?.version ?? 0n) + 1n, updatedAt: now };
  await writeCollection(tx, saved);
  await tellCollection(tx, saved.id, []);
  await adoptMembership(tx, old, saved, now);
  return ok(saved);
}

/** Takes the collection away; its products only lose this collection. */
export async function removeCollection(
  tx: Tx,
  input: { readonly collectionId: CollectionId },
): Promise<Result<undefined, Refusal<'collection_unknown'>>> {
  if ((await lockCollection(tx, input.collectionId)) === undefined) return unknown();
  const productIds = await readCollectionProducts(tx, input.collectionId);
  await deleteCollection(tx, input.collectionId);
  await tellCollection(tx, input.collectionId, productIds);
  return ok(undefined);
}

/** Replaces the collection's words in one language; an empty word falls back to the shop's own. */
export async function translateCollection(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly locale: Locale;
    readonly words: Readonly<Partial<Record<TranslatedField, string>>>;
  },
): Promise<Result<undefined, CollectionRefusal>> {
  const { descriptionHtml, ...plain } = input.words;
  const wrong = checkDraft({ handle: 'any', ...input.words });
  if (wrong !== undefined && wrong.code !== 'title_missing') return { ok: false, refusal: wrong };
  if ((await lockCollection(tx, input.collectionId)) === undefined) return unknown();
  const words = { ...plain, ...(descriptionHtml && { descriptionHtml: sanitiseHtml(descriptionHtml) }) };
  if (await writeTranslation(tx, { ...input, words })) await tellCollection(tx, input.collectionId, []);
  return ok(undefined);
}

const LIMITS = z.object({
  title: z.string().max(255).optional(),
  descriptionHtml: z.string().max(200_000).optional(),
  seoTitle: z.string().max(255).optional(),
  seoDescription: z.string().max(1_000).optional(),
  sort: z.enum(COLLECTION_SORTS).optional(),
  position: z.int().min(0).max(2_000_000_000).optional(),
});

function checkDraft(draft: CollectionDraft): CollectionRefusal | undefined {
  if (draft.handle === '' || slug(draft.handle) !== draft.handle) {
    const message = `handle must be lower-case words joined by hyphens, such as ${slug(draft.handle) || 'new-in'}`;
    return { code: 'handle_invalid', message, field: 'handle' };
  }
  const checked = LIMITS.safeParse(draft);
  const issue = checked.error?.issues[0];
  if (issue !== undefined) {
    const field = issue.path.join('.');
    return { code: 'field_invalid', message: `${field} is not right: ${issue.message}`, field };
  }
  if (draft.title !== undefined && draft.title.trim() === '') return TITLE_MISSING;
  return undefined;
}

const TITLE_MISSING: CollectionRefusal = {
  code: 'title_missing',
  message: 'a collection needs a title',
  field: 'title',
};

function conflictOf(
  draft: CollectionDraft,
  old: Collection | undefined,
  byHandle: Collection | undefined,
): CollectionRefusal | undefined {
  if (draft.id !== undefined && old === undefined) return unknown().refusal;
  if (byHandle !== undefined && byHandle.id !== old?.id) {
    const message = `handle "${draft.handle}" is the collection "${byHandle.title}" already`;
    return { code: 'handle_taken', message, field: 'handle' };
  }
  if (old === undefined) return draft.title === undefined ? TITLE_MISSING : undefined;
  if (draft.expectedVersion === undefined || draft.expectedVersion === old.version) return undefined;
  const message = 'somebody else has changed the collection since you opened it';
  return { code: 'version_conflict', message, field: 'expectedVersion' };
}

function unknown() {
  return refuse('collection_unknown', 'no collection has this id', 'collectionId');
}

function aNewCollection(draft: CollectionDraft): Collection {
  return {
    id: newId<'collection'>(),
    handle: draft.handle,
    title: '',
    descriptionHtml: '',
    kind: 'manual',
    sort: 'manual',
    assetId: undefined,
    seoTitle: '',
    seoDescription: '',
    isPublished: true,
    position: 0,
    version: 0n,
    updatedAt: Temporal.Instant.fromEpochMilliseconds(0),
  };
}

function applyDraft(old: Collection, draft: CollectionDraft, rule: Rule | undefined): Collection {
  const common = {
    id: old.id,
    handle: draft.handle,
    title: draft.title?.trim() ?? old.title,
    descriptionHtml:
      draft.descriptionHtml === undefined ? old.descriptionHtml : sanitiseHtml(draft.descriptionHtml),
    sort: draft.sort ?? old.sort,
    assetId: draft.assetId === undefined ? old.assetId : (draft.assetId ?? undefined),
    seoTitle: draft.seoTitle ?? old.seoTitle,
    seoDescription: draft.seoDescription ?? old.seoDescription,
    isPublished: draft.isPublished ?? old.isPublished,
    position: draft.position ?? old.position,
    version: old.version,
    updatedAt: old.updatedAt,
  };
  const wanted = rule ?? (draft.rule === undefined && old.kind === 'rule' ? old.rule : undefined);
  return wanted === undefined ? { ...common, kind: 'manual' } : { ...common, kind: 'rule', rule: wanted };
}

function isSame(a: Collection, b: Collection): boolean {
  return isDeepStrictEqual({ ...a, updatedAt: undefined }, { ...b, updatedAt: undefined });
}

/** Who belongs to a collection whose rule came, changed or went. */
async function adoptMembership(
  tx: Tx,
  old: Collection | undefined,
  saved: Collection,
  now: Temporal.Instant,
): Promise<void> {
  const oldRule = old?.kind === 'rule' ? old.rule : undefined;
  if (saved.kind === 'rule') {
    if (isDeepStrictEqual(oldRule, saved.rule)) return;
    const collection = { id: saved.id, rule: saved.rule, fields: fieldsOf(saved.rule) };
    await recheckCollections(tx, { collections: [collection], now });
  } else if (oldRule !== undefined) {
    const productIds = await readCollectionProducts(tx, saved.id);
    await writeOrder(tx, { collectionId: saved.id, productIds, now });
  }
}
