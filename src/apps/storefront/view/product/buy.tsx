import type { ProductPage, VariantModel } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { Wait } from './wait.tsx';

type Props = { readonly page: ProductPage; readonly scene: Scene };

/** What the button says, by what there is of the variant; variant-choice.ts reads the same texts from the page's data. */
export function buyLabel(stock: VariantModel['stock'], { say }: Scene): string {
  if (stock.state === 'sold_out') return say('buy.sold_out');
  return say(stock.state === 'preorder' ? 'buy.preorder' : 'buy.add');
}

/** Stock, quantity and button: a form that works by itself; add-to-cart.ts saves the page load. */
export function Buy({ page, scene }: Props) {
  const { say, to } = scene;
  const { stock, sku } = page.chosen;
  const isSoldOut = stock.state === 'sold_out';
  return (
    <div class="buy">
      <p class="stock" data-state={stock.state} data-offer="stock" aria-live="polite">
        {stock.text}
      </p>
      <p class="sku" data-offer="sku" hidden={sku === undefined}>
        {sku && say('product.sku', { sku })}
      </p>
      <form class="buy-form" method="post" action={to('/cart')} data-buy data-failed={say('buy.not_added')}>
        <input type="hidden" name="variant" value={page.chosen.id} data-buy-variant />
        <div class="buy-quantity">
          <label for="quantity">{say('buy.quantity')}</label>
          <input
            id="quantity"
            name="quantity"
            type="number"
            inputMode="numeric"
            min={1}
            max={page.maxQuantity}
            value={1}
            required
          />
        </div>
        <button class="button" type="submit" name="do" value="add" disabled={isSoldOut} data-buy-button>
          {buyLabel(stock, scene)}
        </button>
      </form>
      <div class="buy-status" role="status" data-buy-status>
        <p data-buy-words />
        <a href={to('/cart')} hidden data-buy-link>
          {say('buy.view_cart')}
        </a>
      </div>
      <Wait page={page} scene={scene} />
      <Asides page={page} scene={scene} />
    </div>
  );
}

function Asides({ page, scene: { say, to, frame } }: Props) {
  const subject = encodeURIComponent(say('product.ask_subject', { title: page.title }));
  return (
    <div class="buy-asides">
      <form method="post" action={to('/account/wishlist')}>
        <input type="hidden" name="variant" value={page.chosen.id} data-buy-variant />
        <button class="link-button" type="submit" name="do" value="add">
          <Icon name="heart" />
          {say('buy.wish')}
        </button>
      </form>
      {frame.email && (
        <a class="ask" href={`mailto:${frame.email}?subject=${subject}`}>
          <Icon name="mail" />
          {say('product.ask')}
        </a>
      )}
    </div>
  );
}
