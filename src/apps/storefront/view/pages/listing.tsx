import type { ListingPage } from '../../model/index.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { ListingGrid } from '../listing/listing-grid.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Scene } from '../scene.ts';

/** A collection, category or brand: its words and picture, ways further down, and the products. */
export function ListingBody({ page, scene }: { page: ListingPage; scene: Scene }) {
  const picture = scene.arrangement.hasListingPicture ? page.picture : undefined;
  return (
    <>
      <Breadcrumb crumbs={page.crumbs} scene={scene} />
      <div class={picture ? 'page-head page-head-pictured' : 'page-head'}>
        <div class="page-head-text">
          <h1 class="page-title">{page.title}</h1>
          {page.descriptionHtml && <RichText html={page.descriptionHtml} />}
        </div>
        {picture && (
          <div class="page-head-picture">
            <Picture picture={picture} sizes={scene.arrangement.sizes.tile} isFirst alt="" />
          </div>
        )}
      </div>
      {page.subcategories.length > 0 && (
        <nav class="subcategories" aria-label={scene.say('listing.subcategories')}>
          <ul>
            {page.subcategories.map(({ title, href }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ListingGrid listing={page.listing} scene={scene} eager={picture ? 0 : 2} />
    </>
  );
}
