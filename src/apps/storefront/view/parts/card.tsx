import type { Card } from '../../model/index.ts';
import type { Scene } from '../scene.ts';
import { Picture, Tint } from './picture.tsx';
import { Price } from './price.tsx';

type HeadingLevel = 2 | 3;

type CardsProps = {
  readonly cards: readonly Card[];
  readonly scene: Scene;
  readonly headingLevel: HeadingLevel;
  /** Cards whose pictures are on the first screen and must not wait. */
  readonly eager?: number;
};

export function Cards({ cards, scene, headingLevel, eager = 0 }: CardsProps) {
  return (
    <ul class="cards">
      {cards.map((card, index) => (
        <li>
          <ProductCard card={card} scene={scene} headingLevel={headingLevel} isFirst={index < eager} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = {
  readonly card: Card;
  readonly scene: Scene;
  readonly headingLevel: HeadingLevel;
  readonly isFirst: boolean;
};

function ProductCard({ card, scene, headingLevel, isFirst }: CardProps) {
  const Heading: 'h2' | 'h3' = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article
      class={card.isSoldOut ? 'card card-sold-out' : 'card'}
      data-item={card.productId}
      data-price={card.price.decimal}
    >
      {scene.arrangement.hasTintedCards && <Mood card={card} />}
      <div class="card-media">
        <CardPictures card={card} scene={scene} isFirst={isFirst} />
        <CardBadge card={card} scene={scene} />
      </div>
      <div class="card-text">
        {card.brand && <p class="card-brand">{card.brand}</p>}
        <Heading class="card-title">
          <a href={card.href}>{card.title}</a>
        </Heading>
        <p class="card-price">
          <Price price={card.price} compareAt={card.compareAt} isFrom={card.isFrom} scene={scene} />
        </p>
        {card.swatches.length > 1 && <Swatches swatches={card.swatches} />}
      </div>
    </article>
  );
}

// A variant's colour says more than the mean of a picture, most of which is backdrop.
function Mood({ card }: { card: Card }) {
  const color = card.swatches[0]?.color ?? card.picture?.color ?? '#c9c4bb';
  return <svg class="card-mood" {...{ color }} aria-hidden="true" />;
}

function CardPictures({ card, scene, isFirst }: { card: Card; scene: Scene; isFirst: boolean }) {
  if (!card.picture) return <Tint color="#c9c4bb" />;
  const sizes = scene.arrangement.sizes.card;
  return (
    <>
      {/* The title beside it names the product, so the picture is decoration: read once, not twice. */}
      <Picture picture={card.picture} sizes={sizes} isFirst={isFirst} largest={960} alt="" />
      {card.secondPicture && (
        <div class="card-second">
          <Picture picture={card.secondPicture} sizes={sizes} largest={960} alt="" />
        </div>
      )}
    </>
  );
}

function CardBadge({ card, scene }: { card: Card; scene: Scene }) {
  if (card.isSoldOut) return <p class="badge badge-sold-out">{soldOutWords(card, scene)}</p>;
  if (card.discountPercent) return <p class="badge badge-sale">−{card.discountPercent} %</p>;
  if (card.compareAt) return <p class="badge badge-sale">{scene.say('card.sale')}</p>;
  if (card.isNew) return <p class="badge badge-new">{scene.say('card.new')}</p>;
  return null;
}

function soldOutWords({ backAbout: date }: Card, { say }: Scene): string {
  return date === undefined ? say('card.sold_out') : say('card.back_about', { date });
}

const SHOWN_SWATCHES = 5;

function Swatches({ swatches }: { swatches: Card['swatches'] }) {
  const more = swatches.length - SHOWN_SWATCHES;
  return (
    <ul class="swatches">
      {swatches.slice(0, SHOWN_SWATCHES).map(({ label, color }) => (
        <li>
          <Swatch color={color} />
          <span class="unseen">{label}</span>
        </li>
      ))}
      {more > 0 && <li class="swatches-more">+{more}</li>}
    </ul>
  );
}

export function Swatch({ color }: { color: string }) {
  return <svg class="swatch" {...{ color }} aria-hidden="true" />;
}
