import type { OrderPage } from '../../model/index.ts';
import { Status } from '../form/status.tsx';
import { Downloads } from '../order/downloads.tsx';
import { Facts } from '../order/facts.tsx';
import { LineList } from '../order/line-list.tsx';
import { LinkedOrders } from '../order/linked-orders.tsx';
import { Parcels, Steps } from '../order/progress.tsx';
import { Refunds, Returns } from '../order/returns.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: OrderPage; readonly scene: Scene };

/** An order: right after buying the thanks for it, later where it is and what can be done about it. */
export function OrderBody({ page, scene }: Props) {
  const { say } = scene;
  const title = say('order.title', { number: page.number });
  return (
    <article class="order">
      <div class="page-head order-head">
        {page.headline !== title && <p class="kicker">{title}</p>}
        <h1 class="page-title">{page.headline}</h1>
        {page.belongsTo !== undefined && <p class="order-belongs">{page.belongsTo}</p>}
        <p class="lead order-state" data-order-state>
          {page.stateText}
        </p>
        <Status note={page.status} />
        <Actions page={page} />
        {page.withdrawal !== undefined && <p class="quiet order-withdrawal">{page.withdrawal}</p>}
      </div>
      <div class="order-columns">
        <div class="order-main">
          {page.instructions.length > 0 && <Instructions page={page} scene={scene} />}
          <Steps steps={page.steps} scene={scene} />
          <Downloads downloads={page.downloads} scene={scene} />
          <LinkedOrders linked={page.linked} scene={scene} />
          <Parcels parcels={page.parcels} scene={scene} />
          <Returns returns={page.returns} scene={scene} />
          <Refunds refunds={page.refunds} scene={scene} />
          <section class="order-part" aria-labelledby="order-lines">
            <h2 id="order-lines">{say('order.lines')}</h2>
            <LineList lines={page.lines} scene={scene} label={say('order.lines')} />
            <TotalsTable totals={page.totals} />
          </section>
        </div>
        <Facts page={page} scene={scene} />
      </div>
    </article>
  );
}

function Actions({ page }: { page: OrderPage }) {
  if (page.actions.length === 0) return null;
  return (
    <ul class="order-actions">
      {page.actions.map(({ title, href, kind, isMain }) => (
        <li>
          {kind === 'form' ? (
            <form method="post" action={href}>
              <button class={isMain ? 'button' : 'button-plain'} type="submit">
                {title}
              </button>
            </form>
          ) : (
            <a class={isMain ? 'button' : 'button-plain'} href={href}>
              {title}
              {isMain && <Icon name="arrow" />}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Instructions({ page, scene }: Props) {
  return (
    <section class="order-part instructions" aria-labelledby="order-instructions">
      <h2 id="order-instructions">{scene.say('order.pay_by_transfer')}</h2>
      <dl class="attributes">
        {page.instructions.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
