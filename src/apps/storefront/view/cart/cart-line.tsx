import type { CartLine } from '../../model/index.ts';
import { Hidden } from '../form/status.tsx';
import { LinePicture, LineTotal } from '../order/line-list.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** One thing in the cart. Changing its quantity and taking it out are forms of their own. */
export function CartLineRow({ line, scene }: { line: CartLine; scene: Scene }) {
  const { say } = scene;
  return (
    <li
      class="cart-line"
      data-line={line.id}
      data-item={line.productId}
      data-price={line.unitPrice.decimal}
      data-quantity={line.quantity}
    >
      <LinePicture line={line} />
      <div class="line-text">
        <h2 class="line-title">
          {line.href === undefined ? line.title : <a href={line.href}>{line.title}</a>}
        </h2>
        {line.options.length > 0 && <p class="quiet">{line.options.join(' · ')}</p>}
        <p class="quiet">
          {line.isGift ? say('cart.gift') : say('cart.unit_price', { price: line.unitPrice.text })}
        </p>
        {line.delivery !== undefined && <p class="quiet">{line.delivery}</p>}
        {line.reasons.map((reason) => (
          <p class="line-reason">{reason}</p>
        ))}
        {line.notices.map(({ text, isBlocking }) => (
          <p class={isBlocking ? 'line-notice line-notice-blocking' : 'line-notice'}>{text}</p>
        ))}
      </div>
      <div class="line-actions">
        {line.isGift ? <p class="quiet">{say('product.quantity', { count: line.quantity })}</p> : null}
        {!line.isGift && <Quantity line={line} scene={scene} />}
        {!line.isGift && <Remove line={line} scene={scene} />}
      </div>
      <LineTotal line={line} scene={scene} />
    </li>
  );
}

function Quantity({ line, scene: { say, to } }: { line: CartLine; scene: Scene }) {
  const id = `quantity-${line.id}`;
  return (
    <form class="quantity" method="post" action={to('/cart')} data-quantity>
      <Hidden fields={{ line: line.id }} />
      <label class="unseen" for={id}>
        {say('cart.quantity_of', { title: line.title })}
      </label>
      <input
        id={id}
        name="quantity"
        type="number"
        inputMode="numeric"
        min={0}
        max={line.maxQuantity}
        value={line.quantity}
        required
      />
      <button class="button-plain without-script" type="submit" name="do" value="change">
        {say('cart.update')}
      </button>
    </form>
  );
}

function Remove({ line, scene: { say, to } }: { line: CartLine; scene: Scene }) {
  return (
    <form method="post" action={to('/cart')}>
      <Hidden fields={{ line: line.id }} />
      <button class="remove" type="submit" name="do" value="remove">
        <Icon name="bin" />
        <span class="unseen">{say('cart.remove_title', { title: line.title })}</span>
      </button>
    </form>
  );
}
