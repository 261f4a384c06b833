import type { OrderStep, Parcel } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** How far an order is: what is behind it, where it stands, what is ahead. */
export function Steps({ steps, scene }: { steps: readonly OrderStep[]; scene: Scene }) {
  return (
    <section class="order-part" aria-label={scene.say('order.steps')}>
      <ol class="order-steps">
        {steps.map(({ title, at, state }) => (
          <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="order-step-mark">{state === 'done' && <Icon name="check" />}</span>
            <span class="order-step-title">{title}</span>
            {at !== undefined && <span class="quiet">{at}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Parcels({ parcels, scene }: { parcels: readonly Parcel[]; scene: Scene }) {
  if (parcels.length === 0) return null;
  return (
    <section class="order-part" aria-labelledby="order-parcels">
      <h2 id="order-parcels">{scene.say('order.parcels')}</h2>
      <ul class="parcels">
        {parcels.map(({ title, text, tracking, items }) => (
          <li>
            <Icon name="parcel" />
            <div>
              <p class="parcel-title">{title}</p>
              {text !== undefined && <p class="quiet">{text}</p>}
              <p class="quiet">{items.join(', ')}</p>
              {tracking && (
                <p>
                  <a href={tracking.href} rel="noopener">
                    {tracking.title}
                  </a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
