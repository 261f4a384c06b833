import type { Link } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { Wordmark } from './wordmark.tsx';

/** The top of the pages where money is paid: whose shop it is, and nothing that leads away by mistake. */
export function CalmMasthead({ scene }: { scene: Scene }) {
  const { say } = scene;
  return (
    <header class="masthead masthead-calm">
      <div class="masthead-row">
        <Wordmark scene={scene} />
        <p class="calm-secure">
          <Icon name="secure" />
          {say('checkout.secure')}
        </p>
      </div>
    </header>
  );
}

export function CalmFooter({ links, scene: { frame, say, to } }: { links: readonly Link[]; scene: Scene }) {
  return (
    <footer class="footer footer-calm">
      <p>{frame.legalName || frame.shopName}</p>
      <ul>
        {frame.email !== '' && (
          <li>
            <a href={`mailto:${frame.email}`}>{frame.email}</a>
          </li>
        )}
        {links.map(({ title, href }) => (
          <li>
            <a href={href}>{title}</a>
          </li>
        ))}
        <li>
          <a href={to('/privacy-choices')}>{say('consent.link')}</a>
        </li>
      </ul>
      <p>{say('footer.rights', { year: String(Temporal.Now.plainDateISO().year), shop: frame.shopName })}</p>
    </footer>
  );
}
