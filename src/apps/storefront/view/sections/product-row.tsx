import type { Card, Link } from '../../model/index.ts';
import { Cards } from '../parts/card.tsx';
import type { Scene } from '../scene.ts';
import { SectionHead } from './section-head.tsx';

type Props = {
  readonly title: string;
  readonly text?: string;
  readonly more?: Link | undefined;
  readonly cards: readonly Card[];
  readonly scene: Scene;
};

export function ProductRow({ title, text = '', more, cards, scene }: Props) {
  if (cards.length === 0) return null;
  return (
    <section class="section product-row">
      <SectionHead title={title} text={text} more={more} />
      <Cards cards={cards} scene={scene} headingLevel={3} />
    </section>
  );
}
