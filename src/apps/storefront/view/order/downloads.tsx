import type { DownloadModel } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** Files that were bought, each with its button. */
export function Downloads({
  downloads,
  scene: { say },
}: {
  downloads: readonly DownloadModel[];
  scene: Scene;
}) {
  if (downloads.length === 0) return null;
  return (
    <section class="order-part" aria-labelledby="downloads">
      <h2 id="downloads">{say('download.section')}</h2>
      <ul class="parcels">
        {downloads.map(({ name, text, action }) => (
          <li>
            <Icon name="download" />
            <div class="parcel-text">
              <p class="parcel-title">{name}</p>
              {text !== '' && <p class="quiet">{text}</p>}
            </div>
            {action !== undefined && (
              <form method="post" action={action}>
                <button class="button-plain" type="submit">
                  {say('download.take')}
                  <span class="unseen"> {name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
