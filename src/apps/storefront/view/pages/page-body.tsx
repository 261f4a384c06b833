import type { Page } from '../../model/index.ts';
import type { Scene } from '../scene.ts';
import { CollectionsBody } from './collections.tsx';
import { ContentBody } from './content.tsx';
import { ErrorBody } from './error.tsx';
import { HomeBody } from './home.tsx';
import { ListingBody } from './listing.tsx';
import { ProductBody } from './product.tsx';
import { SearchBody } from './search.tsx';

export function PageBody({ page, scene }: { page: Page; scene: Scene }) {
  switch (page.kind) {
    case 'home':
      return <HomeBody page={page} scene={scene} />;
    case 'collection':
    case 'brand':
    case 'category':
      return <ListingBody page={page} scene={scene} />;
    case 'search':
      return <SearchBody page={page} scene={scene} />;
    case 'product':
      return <ProductBody page={page} scene={scene} />;
    case 'content':
      return <ContentBody page={page} scene={scene} />;
    case 'collections':
      return <CollectionsBody page={page} scene={scene} />;
    case 'error':
      return <ErrorBody page={page} scene={scene} />;
  }
}
