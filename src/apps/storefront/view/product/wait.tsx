import type { ProductPage } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

type Props = { readonly page: ProductPage; readonly scene: Scene };

/** Asks to be told when the chosen variant is back; variant-choice.ts shows it for those that are sold out. */
export function Wait({ page, scene: { say, to } }: Props) {
  const isSoldOut = page.chosen.stock.state === 'sold_out';
  if (!isSoldOut && !page.variants.some(({ stock }) => stock.state === 'sold_out')) return null;
  return (
    <form class="buy-wait" method="post" action={to('/back-in-stock')} data-wait hidden={!isSoldOut}>
      <input type="hidden" name="variant" value={page.chosen.id} data-buy-variant />
      <div class="field">
        <label for="wait-email">{say('wait.title')}</label>
        <input
          id="wait-email"
          type="email"
          name="email"
          autocomplete="email"
          placeholder={say('wait.email')}
          aria-describedby="wait-purpose"
          maxLength={254}
          required
        />
      </div>
      <button class="button-plain" type="submit">
        {say('wait.submit')}
      </button>
      <p class="field-hint" id="wait-purpose">
        {say('wait.purpose')}
      </p>
    </form>
  );
}
