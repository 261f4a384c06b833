import { z } from 'zod';
import { ok, parseLocale, type Refusal, type Result, refuse, slug } from '../../../../kernel/index.ts';
import {
  editProduct,
  findExistingHandles,
  type ProductDraft,
  type ProductId,
  type Revision,
  readHandles,
  readRevisions,
  restoreProduct,
  saveProducts,
  setTranslations,
} from '../../../../modules/catalog/index.ts';
import { addRedirects } from '../../../../modules/content/index.ts';
import { refreshProducts } from '../../../../modules/merchandising/index.ts';
import {
  type ApiRefusal,
  type Asked,
  type FieldError,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/id.ts';
import { actorOf } from '../actor.ts';
import type { productEditorEndpoints } from '../contract/product-editor.ts';
import type { AdminDeps } from '../deps.ts';
import { readProductInEditor } from './product-in-editor.ts';
import { revisionAnswer } from './product-revision.ts';
import { saveOffer, type VariantSent } from './save-offer.ts';

type Own = typeof productEditorEndpoints;
const POSITION = z.tuple([z.string().regex(/^\d{1,19}$/)]);

export function productEditorHandlers({ db, reads }: Pick<AdminDeps, 'db' | 'reads'>): Handlers<Own> {
  return {
    readProductInEditor: async ({ params: { id }, now }) => found(reads, id, now),
    createProduct: async ({ tx, body, caller, now }) => {
      const by = { actor: actorOf(caller), now };
      const draft = { ...draftOf(body), handle: body.handle ?? (await freeHandle(tx, body.title)) };
      if ((await findExistingHandles(tx, [draft.handle])).size > 0) {
        return refuse('handle_taken', `another product has the handle "${draft.handle}"`, 'handle');
      }
      const [saved] = await saveProducts(tx, { drafts: [draft], cause: 'edit', ...by });
      if (saved === undefined) throw new TypeError('a draft was saved and nothing was said of it');
      if ('refusal' in saved) return { ok: false, refusal: saved.refusal };
      const offer = await saveOffer(tx, body.variants ?? [], saved.variants, by);
      return offer.ok ? seen(tx, saved.id, now) : offer;
    },
    editProduct: async ({ params: { id }, body: { version, ...body }, caller, now }) =>
      transactOrRefuse<ProductInEditor, ApiRefusal<keyof Own['editProduct']['refusals']>>(db, async (tx) => {
        const by = { actor: actorOf(caller), now };
        const { handle, ...draft } = draftOf(body);
        const asked = { id, expectedVersion: BigInt(version), draft, cause: 'edit', ...by };
        const edited = await editProduct(tx, { ...asked, ...(handle === undefined ? {} : { handle }) });
        if (!edited.ok) return { ok: false, refusal: withSince(edited.refusal) };
        await redirect(tx, edited.value);
        const offer = await saveOffer(tx, body.variants ?? [], edited.value.variants, by);
        return offer.ok ? seen(tx, id, now) : offer;
      }),
    listProductRevisions: async ({ params: { id }, query: { cursor, limit } }) => {
      const list = `revisions ${id}`;
      const position = readCursor(list, POSITION, cursor);
      if (!position.ok) return position;
      const before = position.value === undefined ? {} : { before: BigInt(position.value[0]) };
      const revisions = await readRevisions(reads, id, { ...before, limit: limit + 1 });
      const shown = revisions.slice(0, limit);
      const last = revisions.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.map(revisionAnswer),
        nextCursor: last && writeCursor(list, [last.version.toString()]),
      });
    },
    restoreProduct: async ({ tx, params: { id }, body: { toVersion, version }, caller, now }) => {
      const asked = { id, version: BigInt(toVersion), expectedVersion: BigInt(version) };
      const restored = await restoreProduct(tx, { ...asked, actor: actorOf(caller), now });
      if (!restored.ok) return { ok: false, refusal: withSince(restored.refusal) };
      await redirect(tx, restored.value);
      return seen(tx, id, now);
    },
    translateProduct: async ({ params: { id }, body }) => {
      const locale = parseLocale(body.locale);
      if (locale === undefined) return refuse('invalid_locale', 'this is no language', 'locale');
      if (!(await readHandles(reads, [id])).has(id)) return refuse('not_found', 'no such product', 'id');
      const fields = Object.fromEntries(body.fields.map(({ field, value }) => [field, value]));
      return transactOrRefuse(db, (tx) =>
        setTranslations(tx, { entity: 'product', entityId: id, locale, fields }),
      );
    },
  };
}

type Sent = Omit<Asked<Own['editProduct']>['body'], 'version'>;

/** What was sent as the catalogue takes it: `null` empties a field, what was not sent stays. */
function draftOf(body: Sent): Omit<ProductDraft, 'handle'> & { readonly handle?: string } {
  const { variants, ...fields } = sentFields(body);
  const draft = emptied(fields);
  return variants === undefined ? draft : { ...draft, variants: variants.map(variantOf) };
}

function variantOf(sent: VariantSent) {
  const { prices: _prices, removedPrices: _removed, onHand: _onHand, ...fields } = sentFields(sent);
  return emptied(fields);
}

type Emptied<Fields> = {
  [Name in keyof Fields]: null extends Fields[Name] ? NonNullable<Fields[Name]> | undefined : Fields[Name];
};

function emptied<Fields extends object>(fields: Fields): Emptied<Fields>;
function emptied(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined]));
}

async function found(db: Db, id: ProductId, now: Temporal.Instant) {
  const product = await readProductInEditor(db, id, now);
  return product ? ok(product) : refuse('not_found', `no product has the id ${id}`, 'id');
}

/** What was saved, with the table of products and collections up to date: who goes back to them sees it there. */
async function seen(tx: Tx, id: ProductId, now: Temporal.Instant): Promise<Result<ProductInEditor, never>> {
  await refreshProducts(tx, { productIds: [id], now });
  const product = await readProductInEditor(tx, id, now);
  if (product === undefined) throw new TypeError('a product was saved and is not there');
  return ok(product);
}

type ProductInEditor = NonNullable<Awaited<ReturnType<typeof readProductInEditor>>>;

async function redirect(
  tx: Tx,
  { handle, handleBefore }: { readonly handle: string; readonly handleBefore: string | undefined },
): Promise<void> {
  if (handleBefore === undefined) return;
  await addRedirects(tx, [{ path: `/products/${handleBefore}`, target: `/products/${handle}` }]);
}

async function freeHandle(tx: Tx, title: string): Promise<string> {
  const base = slug(title).slice(0, 200) || 'product';
  const candidates = [base, ...Array.from({ length: 20 }, (_, index) => `${base}-${index + 2}`)];
  const taken = await findExistingHandles(tx, candidates);
  return candidates.find((one) => !taken.has(one)) ?? `${base}-${newId().slice(-12)}`;
}

/** A conflict names each field that somebody else changed, and who it was. */
function withSince<Code extends string>(
  refusal: Refusal<Code> & { readonly since?: readonly Revision[] },
): ApiRefusal<Code> {
  const { since, ...plain } = refusal;
  if (since === undefined) return plain;
  const errors = since.flatMap((revision) =>
    revisionAnswer(revision).changes.map(({ field }): FieldError => {
      const message = `changed by ${revision.actor || 'the shop'} at ${revision.madeAt}`;
      return { field, in: 'body', code: 'changed_since', message };
    }),
  );
  return { ...plain, errors };
}
