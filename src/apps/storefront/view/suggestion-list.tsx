import type { Link, Suggestions } from '../model/index.ts';
import { Icon } from './parts/icon.tsx';
import { Picture } from './parts/picture.tsx';
import type { Scene } from './scene.ts';

/** Groups of options in one listbox; suggest.ts gives them ids and moves the choice with the arrow keys. */
export function SuggestionList({ suggestions, scene }: { suggestions: Suggestions; scene: Scene }) {
  const { say } = scene;
  const { products, collections, categories, brands, allHref } = suggestions;
  const count = products.length + collections.length + categories.length + brands.length;
  if (count === 0) return null;
  return (
    <div
      role="listbox"
      class="suggestion-list"
      aria-label={say('search.suggestions')}
      data-status={say('search.suggestion_count', { count })}
    >
      {products.length > 0 && <ProductOptions suggestions={suggestions} scene={scene} />}
      <LinkOptions title={say('search.categories')} links={categories} />
      <LinkOptions title={say('search.collections')} links={collections} />
      <LinkOptions title={say('search.brands')} links={brands} />
      <a role="option" aria-selected="false" tabIndex={-1} class="suggestion suggestion-all" href={allHref}>
        {say('search.see_all')}
        <Icon name="arrow" />
      </a>
    </div>
  );
}

function ProductOptions({ suggestions, scene }: { suggestions: Suggestions; scene: Scene }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox, a group may
    <div role="group" class="suggestion-products" aria-label={scene.say('search.products')}>
      {suggestions.products.map(({ title, href, price, picture }) => (
        <a
          role="option"
          aria-selected="false"
          tabIndex={-1}
          class="suggestion suggestion-product"
          href={href}
        >
          <span class="suggestion-picture">
            {picture && <Picture picture={picture} sizes="4rem" largest={320} alt="" />}
          </span>
          <span class="suggestion-title">{title}</span>
          {price && <span class="suggestion-price">{price.text}</span>}
        </a>
      ))}
    </div>
  );
}

function LinkOptions({ title, links }: { title: string; links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox, a group may
    <div role="group" class="suggestion-links" aria-label={title}>
      <span class="suggestion-group" aria-hidden="true">
        {title}
      </span>
      {links.map((link) => (
        <a role="option" aria-selected="false" tabIndex={-1} class="suggestion" href={link.href}>
          {link.title}
        </a>
      ))}
    </div>
  );
}
