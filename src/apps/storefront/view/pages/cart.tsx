import type { CartPage } from '../../model/index.ts';
import { CartLineRow } from '../cart/cart-line.tsx';
import { CodeFields, GiftCardFields } from '../cart/code-form.tsx';
import { Status } from '../form/status.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { ProductRow } from '../sections/product-row.tsx';

type Props = { readonly page: CartPage; readonly scene: Scene };

export function CartBody({ page, scene }: Props) {
  const { say } = scene;
  const isEmpty = page.lines.length === 0;
  return (
    <>
      <div class="page-head cart-head">
        <h1 class="page-title">{say(isEmpty ? 'cart.empty' : 'cart.title')}</h1>
        {!isEmpty && <p class="lead">{say('cart.count', { count: page.itemCount })}</p>}
        <Status note={page.status} />
      </div>
      {isEmpty ? <EmptyCart page={page} scene={scene} /> : <FullCart page={page} scene={scene} />}
    </>
  );
}

function EmptyCart({ page, scene: { say, to }, scene }: Props) {
  return (
    <>
      <div class="empty cart-empty">
        <p>{say('cart.empty_hint')}</p>
        <a class="button" href={to('/')}>
          {say('cart.go_on')}
          <Icon name="arrow" />
        </a>
      </div>
      <ProductRow title={say('cart.instead')} cards={page.instead} scene={scene} />
    </>
  );
}

function FullCart({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="cart" data-cart-page>
      <ul class="cart-lines" aria-label={say('cart.lines')} data-part="lines">
        {page.lines.map((line) => (
          <CartLineRow line={line} scene={scene} />
        ))}
      </ul>
      <CartSummary page={page} scene={scene} />
    </div>
  );
}

function CartSummary({ page, scene: { say, to }, scene }: Props) {
  return (
    <section class="summary" aria-labelledby="summary-title" data-part="summary">
      <h2 id="summary-title">{say('totals.title')}</h2>
      {page.totals && <TotalsTable totals={page.totals} />}
      {page.isBlocked ? (
        <p class="line-notice line-notice-blocking">{say('cart.blocked')}</p>
      ) : (
        <a class="button button-wide" href={to('/checkout')}>
          {say('cart.checkout')}
          <Icon name="arrow" />
        </a>
      )}
      <p class="summary-safe quiet">
        <Icon name="secure" />
        {say('cart.payments')}
      </p>
      <Codes page={page} scene={scene} />
    </section>
  );
}

function Codes({ page, scene }: Props) {
  const { codes, giftCards } = page;
  const isUsed = [codes, giftCards].some(
    ({ applied, problem }) => applied.length > 0 || problem !== undefined,
  );
  return (
    <details class="fold" open={isUsed}>
      <summary>
        <span>{scene.say('cart.have_code')}</span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">
        <form method="post" action={scene.to('/cart')}>
          <CodeFields codes={codes} scene={scene} />
        </form>
        <form method="post" action={scene.to('/cart')}>
          <GiftCardFields codes={giftCards} scene={scene} />
        </form>
      </div>
    </details>
  );
}
