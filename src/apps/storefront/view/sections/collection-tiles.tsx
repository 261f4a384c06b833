import { Picture, Tint } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';
import { SectionHead } from './section-head.tsx';
import type { SectionOf } from './section-of.ts';

type Props = { readonly section: SectionOf<'collections'>; readonly scene: Scene };

export function CollectionTiles({ section, scene }: Props) {
  return (
    <section class="section">
      <SectionHead title={section.title} />
      <ul class="tiles">
        {section.items.map(({ title, href, text, picture }) => (
          <li class="tile">
            <div class="tile-picture">
              {picture ? (
                <Picture picture={picture} sizes={scene.arrangement.sizes.tile} largest={960} alt="" />
              ) : (
                <Tint color="#c9c4bb" />
              )}
            </div>
            <div class="tile-text">
              <h3>
                <a href={href}>{title}</a>
              </h3>
              {text && <p>{text}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
