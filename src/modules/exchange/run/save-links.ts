import type { Tx } from '../../../platform/database/index.ts';
import {
  type BundleComponent,
  findExistingHandles,
  findHandlesBySku,
  type Product,
  type ProductId,
  readBundleComponents,
  readProductsByHandle,
  setBundleComponents,
  setManyRelations,
  type VariantId,
} from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import { nameOfPart } from '../own/cells.ts';
import type { ComponentRecord, LinkRecord } from '../record.ts';
import type { LinkedProduct } from './save-batch.ts';

/**
 * Relates products to each other and fills bundles, when all products of the file are in. What is missing is
 * a warning.
 */
export async function saveLinks(
  tx: Tx,
  linked: readonly LinkedProduct[],
  codes: ReadonlyMap<string, string>,
): Promise<Issue[]> {
  const found = await findOthers(tx, linked, codes);
  const issues: Issue[] = [];
  const warn = (line: number, code: string, message: string) =>
    issues.push({ line, column: undefined, severity: 'warning', code, message });
  const lists = linked.flatMap(({ id, line, links }) =>
    links.map((link) => {
      for (const name of missingOf(link, found)) {
        const message = `The product "${name}", named as ${link.kind}, is not in the shop.`;
        warn(line, 'relation_missing', message);
      }
      const relatedIds = othersOf(link, found).filter((other) => other !== id);
      return { line, list: { productId: id, kind: link.kind, relatedIds } };
    }),
  );
  const related = await setManyRelations(
    tx,
    lists.map(({ list }) => list),
  );
  for (const [place, { line, list }] of lists.entries()) {
    const done = related[place];
    if (done?.ok === false)
      warn(line, done.refusal.code, `Relations (${list.kind}): ${done.refusal.message}.`);
  }
  await fillBundles(tx, linked, found, warn);
  return issues;
}

async function fillBundles(
  tx: Tx,
  linked: readonly LinkedProduct[],
  found: Found,
  warn: (line: number, code: string, message: string) => void,
): Promise<void> {
  const bundles = linked.flatMap((product) => product.bundles);
  const there = await readBundleComponents(
    tx,
    bundles.map(({ variantId }) => variantId),
  );
  for (const { variantId, line, parts } of bundles) {
    const wanted = parts.flatMap((part): BundleComponent[] => {
      const id = found.variantOf(part);
      if (id === undefined)
        warn(line, 'component_missing', `The bundle's part "${nameOfPart(part)}" is not in the shop.`);
      return id === undefined ? [] : [{ variantId: id, quantity: part.quantity }];
    });
    if (isSame(wanted, there.get(variantId) ?? [])) continue;
    const done = await setBundleComponents(tx, variantId, wanted);
    if (!done.ok) warn(line, done.refusal.code, `The bundle: ${done.refusal.message}.`);
  }
}

type Found = {
  readonly byHandle: ReadonlyMap<string, ProductId>;
  readonly bySku: ReadonlyMap<string, string>;
  readonly variantOf: (part: ComponentRecord) => VariantId | undefined;
};

async function findOthers(
  tx: Tx,
  linked: readonly LinkedProduct[],
  codes: ReadonlyMap<string, string>,
): Promise<Found> {
  const links = linked.flatMap((product) => product.links);
  const parts = linked.flatMap(({ bundles }) => bundles.flatMap((bundle) => bundle.parts));
  const skus = new Set([...links.flatMap((link) => link.skus), ...parts.flatMap(skuOf)]);
  const ofProducts = [...skus].flatMap((sku): [string, string][] => {
    const handle = codes.get(sku);
    return handle === undefined ? [] : [[sku, handle]];
  });
  const bySku = new Map([...(await findHandlesBySku(tx, [...skus])), ...ofProducts]);
  const named = links.flatMap((link) => [
    ...link.handles,
    ...link.skus.flatMap((sku) => bySku.get(sku) ?? []),
  ]);
  const ofParts = parts.flatMap((part) => ('sku' in part ? (bySku.get(part.sku) ?? []) : part.handle));
  const byHandle = await findExistingHandles(tx, [...new Set(named)]);
  const products = await readProductsByHandle(tx, [...new Set(ofParts)]);
  return { byHandle, bySku, variantOf: (part) => variantIn(products, part, bySku) };
}

function skuOf(part: ComponentRecord): string[] {
  return 'sku' in part ? [part.sku] : [];
}

function variantIn(
  products: ReadonlyMap<string, Product>,
  part: ComponentRecord,
  bySku: ReadonlyMap<string, string>,
): VariantId | undefined {
  if ('sku' in part) {
    const { variants = [] } = products.get(bySku.get(part.sku) ?? '') ?? {};
    return variants.find((variant) => variant.sku === part.sku)?.id;
  }
  const { variants = [] } = products.get(part.handle) ?? {};
  return variants.find(({ optionValues }) => optionValues.join('\0') === part.optionValues.join('\0'))?.id;
}

function othersOf(link: LinkRecord, found: Found): ProductId[] {
  const handles = [...link.handles, ...link.skus.flatMap((sku) => found.bySku.get(sku) ?? [])];
  return handles.flatMap((handle) => found.byHandle.get(handle) ?? []);
}

function missingOf(link: LinkRecord, found: Found): string[] {
  return [
    ...link.handles.filter((handle) => !found.byHandle.has(handle)),
    ...link.skus.filter((sku) => !found.bySku.has(sku)),
  ];
}

function isSame(wanted: readonly BundleComponent[], there: readonly BundleComponent[]): boolean {
  const before = new Map(there.map((part) => [part.variantId, part.quantity]));
  return (
    wanted.length === before.size && wanted.every((part) => before.get(part.variantId) === part.quantity)
  );
}
