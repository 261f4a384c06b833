import type { FacetModel, Listing } from '../../model/index.ts';
import { SheetHead } from '../layout/masthead.tsx';
import { Swatch } from '../parts/card.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** One GET form: its fields are the address (see listing-query.ts), so it works without any script. */
export function Filters({ listing, scene }: { listing: Listing; scene: Scene }) {
  const { say } = scene;
  return (
    <form
      id="filters"
      class="sheet filters"
      popover="auto"
      method="get"
      action={listing.action}
      aria-label={say('listing.filters')}
      data-filters
    >
      <SheetHead title={say('listing.filters')} target="filters" scene={scene} />
      {Object.entries(listing.carried).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="facets" data-part="facets">
        {listing.facets.map((facet) => (
          <Facet facet={facet} scene={scene} />
        ))}
        {listing.price && <PriceFacet price={listing.price} scene={scene} />}
        <StockFacet listing={listing} scene={scene} />
      </div>
      <div class="filters-end">
        <button class="button" type="submit" data-part="submit">
          {say('listing.show_results', { count: listing.total })}
        </button>
        {listing.chosen.length > 0 && (
          <a class="quiet-link" href={listing.clearHref}>
            {say('listing.clear')}
          </a>
        )}
      </div>
    </form>
  );
}

// A facet with hundreds of values scrolls in its own room; the first eight need none.
const LONG = 8;

function Facet({ facet, scene }: { facet: FacetModel; scene: Scene }) {
  const chosen = facet.values.filter((value) => value.isChosen).length;
  return (
    <details class="facet" open={scene.arrangement.areFacetsOpen} data-facet={facet.key}>
      <summary>
        <span>{facet.title}</span>
        {chosen > 0 && <span class="facet-chosen">{chosen}</span>}
        <Icon name="chevron" />
      </summary>
      <fieldset class={facet.values.length > LONG ? 'facet-values facet-long' : 'facet-values'}>
        <legend class="unseen">{facet.title}</legend>
        {facet.values.map((value, index) => (
          <FacetValue facet={facet} value={value} index={index} />
        ))}
      </fieldset>
    </details>
  );
}

type FacetValueProps = {
  readonly facet: FacetModel;
  readonly value: FacetModel['values'][number];
  readonly index: number;
};

function FacetValue({ facet, value, index }: FacetValueProps) {
  const id = `f-${facet.key.replace(/\W+/g, '-')}-${index}`;
  return (
    <label class={facet.kind === 'color' ? 'check check-color' : 'check'} for={id}>
      <input id={id} type="checkbox" name={`f.${facet.key}`} value={value.value} checked={value.isChosen} />
      {facet.kind === 'color' && <Swatch color={value.color ?? '#888888'} />}
      <span class="check-title">{value.title}</span>
      <span class="check-count">{value.count}</span>
    </label>
  );
}

function PriceFacet({ price, scene }: { price: NonNullable<Listing['price']>; scene: Scene }) {
  const { say, arrangement } = scene;
  return (
    <details class="facet facet-price" open={arrangement.areFacetsOpen} data-facet="price">
      <summary>
        <span>{say('listing.price')}</span>
        <Icon name="chevron" />
      </summary>
      <fieldset class="facet-values price-range">
        <legend class="unseen">{say('listing.price')}</legend>
        <PriceField
          name="price_min"
          label={say('listing.price_from')}
          value={price.chosenMin}
          bound={price.min}
        />
        <span aria-hidden="true">–</span>
        <PriceField
          name="price_max"
          label={say('listing.price_to')}
          value={price.chosenMax}
          bound={price.max}
        />
        <span class="price-currency">{price.currency}</span>
        <button class="button-small without-script" type="submit">
          {say('listing.apply')}
        </button>
      </fieldset>
    </details>
  );
}

type PriceFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly bound: string;
};

function PriceField({ name, label, value, bound }: PriceFieldProps) {
  return (
    <input
      id={`f-${name}`}
      type="text"
      inputMode="decimal"
      name={name}
      value={value}
      placeholder={bound}
      aria-label={label}
      maxLength={16}
      size={6}
    />
  );
}

function StockFacet({ listing, scene }: { listing: Listing; scene: Scene }) {
  return (
    <label class="check check-stock" for="f-stock">
      <input id="f-stock" type="checkbox" name="stock" value="1" checked={listing.inStockOnly} />
      <span class="check-title">{scene.say('listing.in_stock_only')}</span>
    </label>
  );
}
