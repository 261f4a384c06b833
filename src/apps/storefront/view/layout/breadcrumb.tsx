import type { Crumb } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

/** The way back up; the last step is the page itself. */
export function Breadcrumb({ crumbs, scene }: { crumbs: readonly Crumb[]; scene: Scene }) {
  if (crumbs.length < 2) return null;
  return (
    <nav class="breadcrumb" aria-label={scene.say('nav.breadcrumb')}>
      <ol>
        {crumbs.map(({ title, href }, index) => (
          <li>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{title}</span>
            ) : (
              <a href={href}>{title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
