import type { Tx } from '../../../platform/database/index.ts';
import {
  type BundleComponent,
  findHandlesBySku,
  type Product,
  readBundleComponents,
  readProductsByHandle,
  setBundleComponents,
  setRelations,
  type VariantId,
} from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import type { LinkRecord } from '../record.ts';
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
  const there = await readBundleComponents(
    tx,
    linked.flatMap(({ bundles }) => bundles.map(({ variantId }) => variantId)),
  );
  const issues: Issue[] = [];
  for (const product of linked) {
    const warn = (line: number, code: string, message: string) =>
      issues.push({ line, column: undefined, severity: 'warning', code, message });
    for (const link of product.links) {
      const others = othersOf(link, found).filter((other) => other.id !== product.id);
      for (const name of missingOf(link, found))
        warn(
          product.line,
          'relation_missing',
          `The product "${name}", named as ${link.kind}, is not in the shop.`,
        );
      const done = await setRelations(
        tx,
        product.id,
        link.kind,
        others.map((other) => other.id),
      );
      if (!done.ok)
        warn(product.line, done.refusal.code, `Relations (${link.kind}): ${done.refusal.message}.`);
    }
    for (const { variantId, line, parts } of product.bundles) {
      const wanted = parts.flatMap(({ sku, quantity }): BundleComponent[] => {
        const id = found.variants.get(sku);
        if (id === undefined)
          warn(line, 'component_missing', `The bundle's part "${sku}" is not in the shop.`);
        return id === undefined ? [] : [{ variantId: id, quantity }];
      });
      if (isSame(wanted, there.get(variantId) ?? [])) continue;
      const done = await setBundleComponents(tx, variantId, wanted);
      if (!done.ok) warn(line, done.refusal.code, `The bundle: ${done.refusal.message}.`);
    }
  }
  return issues;
}

type Found = {
  readonly byHandle: ReadonlyMap<string, Product>;
  readonly bySku: ReadonlyMap<string, string>;
  readonly variants: ReadonlyMap<string, VariantId>;
};

async function findOthers(
  tx: Tx,
  linked: readonly LinkedProduct[],
  codes: ReadonlyMap<string, string>,
): Promise<Found> {
  const links = linked.flatMap((product) => product.links);
  const parts = linked.flatMap(({ bundles }) => bundles.flatMap((bundle) => bundle.parts));
  const skus = [...new Set([...links.flatMap((link) => link.skus), ...parts.map((part) => part.sku)])];
  const ofProducts = skus.flatMap((sku): [string, string][] => {
    const handle = codes.get(sku);
    return handle === undefined ? [] : [[sku, handle]];
  });
  const bySku = new Map([...(await findHandlesBySku(tx, skus)), ...ofProducts]);
  const handles = [...new Set([...links.flatMap((link) => link.handles), ...bySku.values()])];
  const products = await readProductsByHandle(tx, handles);
  const variants = [...products.values()].flatMap((product) =>
    product.variants.flatMap(({ id, sku }) => (sku === undefined ? [] : [[sku, id] as const])),
  );
  return { byHandle: products, bySku, variants: new Map(variants) };
}

function othersOf(link: LinkRecord, found: Found): Product[] {
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
