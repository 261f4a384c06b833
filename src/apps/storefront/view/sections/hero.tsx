import { Icon } from '../parts/icon.tsx';
import { Picture } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';
import type { SectionOf } from './section-of.ts';

type Props = { readonly section: SectionOf<'hero'>; readonly scene: Scene; readonly isFirst: boolean };

/** The first words and pictures of the shop. Only the page's first section carries its h1. */
export function Hero({ section, scene, isFirst }: Props) {
  const { eyebrow, title, text, action, picture, secondPicture } = section;
  const { sizes } = scene.arrangement;
  // A picture of a whole room keeps its breadth; one of a thing stands beside the words.
  const isWide = picture !== undefined && picture.width > picture.height * 1.3;
  const Heading = isFirst ? 'h1' : 'h2';
  return (
    <section class={isWide ? 'hero hero-wide' : 'hero'}>
      <div class="hero-text">
        {eyebrow && <p class="eyebrow">{eyebrow}</p>}
        <Heading class="hero-title">{title}</Heading>
        {text && <p class="hero-lead">{text}</p>}
        <a class="button" href={action.href}>
          {action.title}
          <Icon name="arrow" />
        </a>
      </div>
      {picture && (
        <div class="hero-picture">
          <Picture
            picture={picture}
            sizes={isWide ? sizes.heroWide : sizes.hero}
            isFirst={isFirst}
            largest={1920}
          />
        </div>
      )}
      {secondPicture && (
        <div class="hero-second">
          <Picture picture={secondPicture} sizes={sizes.heroSecond} largest={960} />
        </div>
      )}
    </section>
  );
}
