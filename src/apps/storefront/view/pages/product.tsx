import type { ProductPage } from '../../model/index.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { jsonForScript } from '../parts/json-for-script.ts';
import { buyLabel } from '../product/buy.tsx';
import { Choice } from '../product/choice.tsx';
import { Details } from '../product/details.tsx';
import { Gallery } from '../product/gallery.tsx';
import { Offer } from '../product/offer.tsx';
import type { Scene } from '../scene.ts';
import { ProductRow } from '../sections/product-row.tsx';

export function ProductBody({ page, scene }: { page: ProductPage; scene: Scene }) {
  const { say } = scene;
  return (
    <>
      <Breadcrumb crumbs={page.crumbs} scene={scene} />
      <article class="product" data-product={page.handle} data-item={page.id}>
        <Gallery page={page} scene={scene} />
        <div class="product-side">
          <div class="product-head">
            {page.brand && (
              <p class="product-brand">
                <a href={page.brand.href}>{page.brand.title}</a>
              </p>
            )}
            <h1 class="product-title">{page.title}</h1>
          </div>
          <Offer page={page} scene={scene} />
          <Choice page={page} scene={scene} />
          <Details page={page} scene={scene} />
        </div>
      </article>
      <ProductRow title={say('product.cross_sold')} cards={page.crossSold} scene={scene} />
      <ProductRow title={say('product.related')} cards={page.related} scene={scene} />
      <section class="section product-row" data-recent={scene.to('/fragments/cards')} hidden>
        <div class="section-head">
          <h2>{say('product.recently_viewed')}</h2>
        </div>
      </section>
      <script
        type="application/json"
        id="product-data"
        dangerouslySetInnerHTML={{ __html: jsonForScript(choiceData(page, scene)) }}
      />
    </>
  );
}

/** What variant-choice.ts needs to show another variant without asking the server. */
function choiceData(page: ProductPage, scene: Scene) {
  const { say } = scene;
  return {
    options: page.options.map(({ name }) => name),
    variants: page.variants.map((variant) => ({
      id: variant.id,
      values: variant.optionValues,
      price: variant.price.text,
      decimal: variant.price.decimal,
      before: variant.compareAt?.text,
      beforeLabel: variant.compareAt && say('product.compare_at', { price: variant.compareAt.text }),
      unitPrice: variant.unitPrice,
      stock: variant.stock,
      buy: buyLabel(variant.stock, scene),
      sku: variant.sku && say('product.sku', { sku: variant.sku }),
      picture: variant.pictureAssetId,
    })),
  };
}
