import type { SearchPage } from '../../model/index.ts';
import { SearchField } from '../layout/search-field.tsx';
import { ListingGrid } from '../listing/listing-grid.tsx';
import type { Scene } from '../scene.ts';
import { ProductRow } from '../sections/product-row.tsx';

export function SearchBody({ page, scene }: { page: SearchPage; scene: Scene }) {
  const { say } = scene;
  const { text, correctedTo, listing } = page;
  const isFound = listing !== undefined && (listing.total > 0 || listing.chosen.length > 0);
  return (
    <>
      <div class="page-head search-head" data-search={text} data-results={listing?.total ?? 0}>
        <h1 class="page-title">{titleOf(page, isFound, scene)}</h1>
        {correctedTo !== undefined && <p class="lead">{say('search.did_you_mean', { text })}</p>}
        {!isFound && <p class="lead">{say(text === '' ? 'search.start' : 'search.nothing_hint')}</p>}
        {!isFound && <SearchField id="q-page" text={text} scene={scene} />}
        {!isFound && <Popular page={page} scene={scene} />}
      </div>
      {isFound && <ListingGrid listing={listing} scene={scene} eager={2} />}
      {!isFound && <ProductRow title={say('search.instead')} cards={page.instead} scene={scene} />}
    </>
  );
}

function titleOf({ text, correctedTo }: SearchPage, isFound: boolean, { say }: Scene): string {
  if (text === '') return say('search.title');
  if (!isFound) return say('search.nothing', { text });
  return say(correctedTo === undefined ? 'search.title_for' : 'search.corrected', {
    text: correctedTo ?? text,
  });
}

function Popular({ page, scene }: { page: SearchPage; scene: Scene }) {
  if (page.popular.length === 0) return null;
  return (
    <div class="popular">
      <h2>{scene.say('search.popular')}</h2>
      <ul class="chips">
        {page.popular.map(({ title, href }) => (
          <li>
            <a class="chip" href={href}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
