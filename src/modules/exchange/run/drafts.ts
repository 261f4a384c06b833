import type { AssetId, ProductDraft, ProductMedia, VariantDraft } from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import type { ProductRecord } from '../record.ts';
import { type Definitions, typedAttributes } from './attributes.ts';
import type { Assets } from './pictures.ts';

/** Every picture and download that these records name, each once. */
export function sourcesOf(records: readonly ProductRecord[]): {
  readonly pictures: readonly string[];
  readonly downloads: readonly string[];
} {
  const variants = records.flatMap((record) => record.variants);
  const listed = records.flatMap((record) => (record.images ?? []).map((image) => image.source));
  const ofVariants = variants.flatMap((variant) => variant.image ?? []);
  const downloads = variants.flatMap((variant) => (variant.files ?? []).map((file) => file.source));
  return { pictures: [...new Set([...listed, ...ofVariants])], downloads: [...new Set(downloads)] };
}

/**
 * The draft that a record makes, with ids in place of sources. A picture that is not to be had is a warning
 * and is left out; a variant's picture that the product does not list is added to its list.
 */
export function draftOf(
  record: ProductRecord,
  handle: string,
  assets: Assets,
  definitions: Definitions,
): { readonly draft: ProductDraft; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const assetOf = (source: string, line: number): AssetId | undefined => {
    const asset = assets.get(source);
    if (typeof asset === 'string') return asset;
    const problem = asset?.problem ?? 'it was not looked for';
    issues.push({
      line,
      column: undefined,
      severity: 'warning',
      code: 'picture_missing',
      message: `The picture "${source.slice(0, 200)}" is left out: ${problem}.`,
    });
    return undefined;
  };
  const attributes = record.attributes && typedAttributes(record.attributes, definitions);
  const variants = record.variants.map((variant): VariantDraft => {
    const own = variant.attributes && typedAttributes(variant.attributes, definitions);
    issues.push(...(own?.issues ?? []));
    const assetId = variant.image === undefined ? undefined : assetOf(variant.image, variant.line);
    return {
      ...variant.draft,
      ...(own === undefined ? {} : { attributes: own.attributes }),
      ...('image' in variant ? { assetId } : {}),
    };
  });
  issues.push(...(attributes?.issues ?? []));
  const listed = record.images?.flatMap(({ source, alt, line }) => {
    const assetId = assetOf(source, line);
    return assetId === undefined ? [] : [{ assetId, alt }];
  });
  const ofVariants = variants.flatMap(({ assetId }) => (assetId === undefined ? [] : [{ assetId, alt: '' }]));
  return {
    draft: {
      ...record.product,
      handle,
      variants,
      ...(attributes === undefined ? {} : { attributes: attributes.attributes }),
      ...(listed === undefined ? {} : { media: distinctMedia([...listed, ...ofVariants]) }),
    },
    issues,
  };
}

// The file's own order first, then the variants' pictures that it does not list.
function distinctMedia(media: readonly ProductMedia[]): ProductMedia[] {
  const first = new Map<AssetId, ProductMedia>();
  for (const one of media) if (!first.has(one.assetId)) first.set(one.assetId, one);
  return [...first.values()];
}
