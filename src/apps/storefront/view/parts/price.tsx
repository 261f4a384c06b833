import type { MoneyText } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

type Props = {
  readonly price: MoneyText;
  readonly compareAt: MoneyText | undefined;
  readonly isFrom?: boolean;
  readonly scene: Scene;
};

/**
 * The price, and the one before a reduction struck through with words for those who do not see the stroke.
 */
export function Price({ price, compareAt, isFrom = false, scene }: Props) {
  const text = isFrom ? scene.say('card.from', { price: price.text }) : price.text;
  if (!compareAt) return <span class="price">{text}</span>;
  return (
    <span class="price price-reduced">
      <span class="price-now">{text}</span>{' '}
      <s class="price-before">
        <span class="unseen">{scene.say('card.was', { price: '' })}</span>
        {compareAt.text}
      </s>
    </span>
  );
}
