import type { MenuItem } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Picture } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';

/**
 * First level in a row, the rest in a panel that a disclosure opens; one panel at a time (they share a name).
 */
export function MainMenu({ items, scene }: { items: readonly MenuItem[]; scene: Scene }) {
  return (
    <ul class="menu">
      {items.map((item) => (
        <li>
          {item.children.length === 0 ? (
            <a class="menu-link" href={item.href} {...currentOf(item.href, scene)}>
              {item.title}
            </a>
          ) : (
            <details name="menu">
              <summary class="menu-link">
                {item.title}
                <Icon name="chevron" />
              </summary>
              <Panel item={item} scene={scene} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Panel({ item, scene }: { item: MenuItem; scene: Scene }) {
  const leaves = item.children.filter((child) => child.children.length === 0);
  const columns = item.children.filter((child) => child.children.length > 0);
  return (
    <div class="panel">
      <div class="panel-columns">
        <ul class="panel-column">
          <li>
            <a class="panel-all" href={item.href} {...currentOf(item.href, scene)}>
              {scene.say('nav.all_of', { title: item.title })}
            </a>
          </li>
          {leaves.map((child) => (
            <PanelLink item={child} scene={scene} />
          ))}
        </ul>
        {columns.map((child) => (
          <ul class="panel-column">
            <li>
              <a class="panel-title" href={child.href} {...currentOf(child.href, scene)}>
                {child.title}
              </a>
            </li>
            {child.children.map((leaf) => (
              <PanelLink item={leaf} scene={scene} />
            ))}
          </ul>
        ))}
      </div>
      {item.picture && (
        <div class="panel-picture">
          <Picture picture={item.picture} sizes="20rem" largest={640} alt="" />
        </div>
      )}
    </div>
  );
}

function PanelLink({ item, scene }: { item: MenuItem; scene: Scene }) {
  return (
    <li>
      <a href={item.href} {...currentOf(item.href, scene)}>
        {item.title}
      </a>
    </li>
  );
}

function currentOf(href: string, scene: Scene): { 'aria-current'?: 'page' } {
  return href === scene.frame.path || href === scene.to(scene.frame.path) ? { 'aria-current': 'page' } : {};
}
