import { Icon } from '../parts/icon.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Scene } from '../scene.ts';
import type { SectionOf } from './section-of.ts';

type Props = { readonly section: SectionOf<'editorial'>; readonly scene: Scene };

export function Editorial({ section: { title, html, action, picture }, scene }: Props) {
  return (
    <section class={picture ? 'editorial editorial-pictured' : 'editorial'}>
      {picture && (
        <div class="editorial-picture">
          <Picture picture={picture} sizes={scene.arrangement.sizes.editorial} />
        </div>
      )}
      <div class="editorial-text">
        <h2>{title}</h2>
        <RichText html={html} />
        {action && (
          <a class="button button-quiet" href={action.href}>
            {action.title}
            <Icon name="arrow" />
          </a>
        )}
      </div>
    </section>
  );
}
