import type { LinkedOrderModel } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly linked: readonly LinkedOrderModel[]; readonly scene: Scene };

/** What was added to the order later, or is sent in exchange: orders of their own, with their states. */
export function LinkedOrders({ linked, scene: { say } }: Props) {
  if (linked.length === 0) return null;
  return (
    <section class="order-part" aria-labelledby="order-linked">
      <h2 id="order-linked">{say('linked.section')}</h2>
      <ul class="parcels">
        {linked.map(({ title, state, stateText, text, link }) => (
          <li data-linked={state}>
            <Icon name="parcel" />
            <div class="parcel-text">
              <p class="parcel-title">{title}</p>
              <p class="quiet">{stateText}</p>
              {text !== undefined && <p class="quiet">{text}</p>}
              <p>
                <a href={link.href}>{link.title}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
