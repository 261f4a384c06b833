import { Hidden } from '../form/status.tsx';
import { Cards } from '../parts/card.tsx';
import type { SectionProps } from './section-of.ts';

export function WishlistSection({ section, scene }: SectionProps<'wishlist'>) {
  const { say, to } = scene;
  if (section.cards.length === 0) {
    return (
      <div class="empty">
        <p class="empty-title">{say('account.no_wishes')}</p>
        <p>{say('account.wishlist_hint')}</p>
      </div>
    );
  }
  return (
    <section class="wishlist" aria-labelledby="wishlist-title">
      <h2 class="unseen" id="wishlist-title">
        {say('account.wishlist')}
      </h2>
      <Cards cards={section.cards.map(({ card }) => card)} scene={scene} headingLevel={3} />
      <ul class="chips">
        {section.cards.map(({ variantId, card }) => (
          <li>
            <form method="post" action={to('/account/wishlist')}>
              <Hidden fields={{ variant: variantId }} />
              <button class="chip" type="submit" name="do" value="remove">
                {say('account.unwish', { title: card.title })}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
