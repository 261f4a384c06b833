import type { CollectionsPage } from '../../model/index.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { Picture, Tint } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';

export function CollectionsBody({ page, scene }: { page: CollectionsPage; scene: Scene }) {
  return (
    <>
      <Breadcrumb crumbs={page.crumbs} scene={scene} />
      <div class="page-head">
        <h1 class="page-title">{page.title}</h1>
      </div>
      <ul class="tiles tiles-index">
        {page.items.map(({ title, href, picture, count }, index) => (
          <li class="tile">
            <div class="tile-picture">
              {picture ? (
                <Picture
                  picture={picture}
                  sizes={scene.arrangement.sizes.tile}
                  isFirst={index < 2}
                  largest={960}
                  alt=""
                />
              ) : (
                <Tint color="#c9c4bb" />
              )}
            </div>
            <div class="tile-text">
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <p>{scene.say('collections.count', { count })}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
