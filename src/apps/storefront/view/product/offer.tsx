import type { ProductPage } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

/**
 * Price, stock and article number of the chosen variant; variant-choice.ts rewrites the `[data-offer]` parts.
 */
export function Offer({ page, scene }: { page: ProductPage; scene: Scene }) {
  const { price, compareAt, unitPrice } = page.chosen;
  return (
    <div class="offer" aria-live="polite">
      <p class="offer-price">
        <span class="unseen">{scene.say('product.price')}</span>{' '}
        <span class={compareAt ? 'offer-now offer-reduced' : 'offer-now'} data-offer="price">
          {price.text}
        </span>{' '}
        <s class="offer-before" data-offer="before" hidden={compareAt === undefined}>
          {compareAt?.text}
        </s>{' '}
        <span class="offer-unit" data-offer="unitPrice" hidden={unitPrice === undefined}>
          {unitPrice}
        </span>
      </p>
      <p class="offer-law" data-offer="beforeLabel" hidden={compareAt === undefined}>
        {compareAt && scene.say('product.compare_at', { price: compareAt.text })}
      </p>
    </div>
  );
}
