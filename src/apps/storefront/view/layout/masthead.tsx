import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { DrawnMenu } from './drawn-menu.tsx';
import { SearchField } from './search-field.tsx';
import { ShopperLinks } from './shopper-links.tsx';
import { StorefrontChoice } from './storefront-choice.tsx';
import { Wordmark } from './wordmark.tsx';

/**
 * The top of every page. Menu and search are popovers on small screens (opened by a button, closed by Escape,
 * all
 * without script) and stand in the row on large ones.
 */
export function Masthead({ scene }: { scene: Scene }) {
  const { frame, say, to } = scene;
  return (
    <header class="masthead">
      <div class="notice">
        <p>{frame.notice ?? frame.tagline}</p>
        <StorefrontChoice scene={scene} place="top" />
      </div>
      <div class="masthead-row">
        <button class="masthead-button menu-opener" type="button" popoverTarget="menu">
          <Icon name="menu" />
          <span>{say('nav.menu')}</span>
        </button>
        <Wordmark scene={scene} />
        <nav id="menu" class="sheet main-nav" popover="auto" aria-label={say('nav.menu')}>
          <SheetHead title={say('nav.menu')} target="menu" scene={scene} />
          <DrawnMenu items={frame.mainMenu} scene={scene} />
          <a class="menu-account" href={to('/account')}>
            <Icon name="person" />
            {say('nav.account')}
          </a>
        </nav>
        <div class="masthead-tools">
          <button class="masthead-button search-opener" type="button" popoverTarget="search">
            <Icon name="search" />
            <span>{say('nav.search')}</span>
          </button>
          <search id="search" class="sheet search" popover="auto">
            <SheetHead title={say('nav.search')} target="search" scene={scene} />
            <SearchField id="q" scene={scene} text={frame.searchText} />
          </search>
          <ShopperLinks scene={scene} />
        </div>
      </div>
    </header>
  );
}

export function SheetHead({ title, target, scene }: { title: string; target: string; scene: Scene }) {
  return (
    <div class="sheet-head">
      <p>{title}</p>
      <button type="button" class="icon-button" popoverTarget={target} popoverTargetAction="hide">
        <Icon name="close" />
        <span class="unseen">{scene.say('nav.close')}</span>
      </button>
    </div>
  );
}
