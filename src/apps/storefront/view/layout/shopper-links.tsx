import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/**
 * Account and cart. The page is the same for everybody, so the count is put into its place by cart-count.ts; without
 * scripts the link just says "Cart".
 */
export function ShopperLinks({ scene: { say, to } }: { scene: Scene }) {
  return (
    <div class="shopper-links">
      <a class="masthead-button account-link" href={to('/account')}>
        <Icon name="person" />
        <span>{say('nav.account')}</span>
      </a>
      <a class="masthead-button cart-link" href={to('/cart')} data-cart-link={say('nav.cart')}>
        <Icon name="cart" />
        <span data-cart-words>{say('nav.cart')}</span>
        <b class="cart-count" data-cart-count aria-hidden="true" hidden />
      </a>
    </div>
  );
}
