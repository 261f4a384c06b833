import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** A plain GET form; where scripts run, suggest.ts makes the field a combobox over the list below it. */
export function SearchField({ id, text, scene }: { id: string; text: string; scene: Scene }) {
  const { say, to } = scene;
  return (
    <form class="search-form" action={to('/search')} method="get" data-suggest={to('/search/suggest')}>
      <label class="unseen" for={id}>
        {say('nav.search')}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        value={text}
        maxLength={200}
        placeholder={say('search.placeholder')}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
      />
      <button type="submit" class="icon-button">
        <Icon name="search" />
        <span class="unseen">{say('nav.search')}</span>
      </button>
      <div class="suggestions" data-suggestions hidden />
      <p class="unseen" role="status" data-suggestions-status />
    </form>
  );
}
