import { isGlobalGtin, type Variant } from '../../../modules/catalog/index.ts';
import { pictureUrl } from '../../../modules/media/index.ts';
import type { Frame, Head, ProductPage, VariantModel } from '../model/index.ts';
import { type OfferedVariant, plainText, productJsonLd } from '../seo/index.ts';
import type { Site } from '../site.ts';
import { headOf } from './head.ts';
import type { ProductFacts } from './product-facts.ts';
import { variantQuery } from './variant-choice.ts';

/** What machines read of a product page, made from the very model that people see. */
export function productHead(input: {
  readonly page: ProductPage;
  readonly facts: ProductFacts;
  readonly site: Site;
  readonly frame: Frame;
  readonly origin: string;
}): Head {
  const { page, facts, site, frame, origin } = input;
  const { product } = facts;
  const url = origin + site.to(frame.path);
  const variants = new Map<string, Variant>(product.variants.map((variant) => [variant.id, variant]));
  const offered = (model: VariantModel): OfferedVariant => {
    const barcode = variants.get(model.id)?.barcode;
    return {
      model,
      gtin: barcode !== undefined && isGlobalGtin(barcode) ? barcode : undefined,
      url: url + variantQuery(product.options, model.optionValues),
      pictures:
        model.pictureAssetId && facts.pictures.has(model.pictureAssetId)
          ? [jpegUrl(origin, model.pictureAssetId)]
          : [],
    };
  };
  const described = {
    handle: product.handle,
    url,
    title: page.title,
    description: plainText(page.descriptionHtml),
    brand: page.brand?.title,
    pictures: page.pictures.slice(0, MAX_PICTURES).map(({ assetId }) => jpegUrl(origin, assetId)),
    optionNames: product.options.map(({ name }) => name),
    currency: site.currency,
    terms: site.terms,
  };
  const chosenPicture = page.pictures.find(({ assetId }) => assetId === page.chosen.pictureAssetId);
  return headOf({
    site,
    frame,
    origin,
    title: page.title,
    seoTitle: product.seoTitle,
    seoDescription: product.seoDescription,
    text: page.descriptionHtml,
    type: 'product',
    crumbs: page.crumbs,
    jsonLd: [productJsonLd(described, page.variants.map(offered), offered(page.chosen))],
    picture: chosenPicture ?? page.pictures[0],
    price: page.chosen.price,
    isBuyable: page.chosen.stock.state !== 'sold_out',
  });
}

const MAX_PICTURES = 6;
const PICTURE_WIDTH = 1_280;

export function jpegUrl(origin: string, assetId: string): string {
  return origin + pictureUrl(assetId, PICTURE_WIDTH, 'jpeg');
}
