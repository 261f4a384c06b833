import type { Listing } from '../../model/index.ts';
import { Cards } from '../parts/card.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { Filters } from './filters.tsx';
import { Pagination } from './pagination.tsx';

type Props = { readonly listing: Listing; readonly scene: Scene; readonly eager: number };

/** Filters, sorting, chips, products and pages. filter.ts swaps `[data-part]` pieces when scripts run. */
export function ListingGrid({ listing, scene, eager }: Props) {
  const { say, arrangement } = scene;
  const isSheet = arrangement.areFiltersASheet;
  return (
    <div class={isSheet ? 'listing listing-sheet' : 'listing'} data-listing>
      <Filters listing={listing} scene={scene} />
      <div class="listing-bar">
        <p class="listing-count" role="status" data-part="count">
          {say('listing.count', { count: listing.total })}
        </p>
        <button class="filter-opener" type="button" popoverTarget="filters">
          <Icon name="filter" />
          {say('listing.filter')}
        </button>
        <SortField listing={listing} scene={scene} />
      </div>
      <div class="listing-results" data-part="results">
        <Chosen listing={listing} scene={scene} />
        {listing.cards.length > 0 ? (
          <Cards cards={listing.cards} scene={scene} headingLevel={2} eager={eager} />
        ) : (
          <Empty listing={listing} scene={scene} />
        )}
        <Pagination listing={listing} scene={scene} />
      </div>
    </div>
  );
}

function SortField({ listing, scene }: { listing: Listing; scene: Scene }) {
  return (
    <div class="sort">
      <label for="sort">{scene.say('listing.sort')}</label>
      <select id="sort" name="sort" form="filters">
        {listing.sorts.map(({ value, title, isChosen }) => (
          <option value={value} selected={isChosen}>
            {title}
          </option>
        ))}
      </select>
      <button class="button-small without-script" type="submit" form="filters">
        {scene.say('listing.apply')}
      </button>
    </div>
  );
}

function Chosen({ listing, scene }: { listing: Listing; scene: Scene }) {
  if (listing.chosen.length === 0) return null;
  return (
    <ul class="chips" aria-label={scene.say('listing.chosen')}>
      {listing.chosen.map(({ title, href }) => (
        <li>
          <a class="chip chip-chosen" href={href} data-filter-link>
            <span class="unseen">{scene.say('listing.remove_filter', { title })}</span>
            <span aria-hidden="true">{title}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a class="chip chip-clear" href={listing.clearHref} data-filter-link>
          {scene.say('listing.clear')}
        </a>
      </li>
    </ul>
  );
}

function Empty({ listing, scene }: { listing: Listing; scene: Scene }) {
  return (
    <div class="empty">
      <p class="empty-title">{scene.say('listing.empty')}</p>
      {listing.chosen.length > 0 && (
        <>
          <p>{scene.say('listing.empty_hint')}</p>
          <a class="button" href={listing.clearHref}>
            {scene.say('listing.clear')}
          </a>
        </>
      )}
    </div>
  );
}
