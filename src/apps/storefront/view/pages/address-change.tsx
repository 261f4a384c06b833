import type { AddressChangePage } from '../../model/index.ts';
import { PaymentChoices } from '../checkout/delivery-and-payment.tsx';
import { Problems } from '../form/problems.tsx';
import { Status } from '../form/status.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: AddressChangePage; readonly scene: Scene };

/** Where it goes now and where it would go, what that costs more, and the button that says so; or to leave it as it is. */
export function AddressChangeBody({ page, scene }: Props) {
  const { say } = scene;
  const { offer } = page;
  return (
    <div class="narrow pay-order">
      <p class="kicker">{say('order.title', { number: page.number })}</p>
      <h1 class="page-title">{say('address_change.title')}</h1>
      {page.lead !== undefined && <p class="lead">{page.lead}</p>}
      <Status note={page.status} />
      <Problems problems={page.problems} scene={scene} />
      <dl class="address-change">
        <Address title={say('address_change.now')} lines={page.oldAddress} />
        <Address title={say('address_change.then')} lines={page.address} />
      </dl>
      {offer === undefined ? (
        <TotalsTable totals={page.totals} />
      ) : (
        <form class="panel-form" method="post" action={offer.action}>
          <PaymentChoices payment={offer.payment} scene={scene} isLegendSeen />
          <section class="pay-order-sum" aria-labelledby="address-change-sum">
            <h2 id="address-change-sum">{say('address_change.changes')}</h2>
            <TotalsTable totals={page.totals} />
          </section>
          <button class="button button-wide order-button" type="submit">
            {offer.orderButton}
          </button>
          <button class="button button-quiet button-wide" type="submit" name="answer" value="decline">
            {say('address_change.decline')}
          </button>
          <p class="quiet">{offer.until}</p>
        </form>
      )}
      <p>
        <a class="checkout-back" href={page.order.href}>
          <Icon name="back" /> {page.order.title}
        </a>
      </p>
    </div>
  );
}

function Address({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <address>
          {lines.map((line) => (
            <span>{line}</span>
          ))}
        </address>
      </dd>
    </div>
  );
}
