import type { PayOrderPage } from '../../model/index.ts';
import { PaymentChoices } from '../checkout/delivery-and-payment.tsx';
import { Problems } from '../form/problems.tsx';
import { Status } from '../form/status.tsx';
import { LineList } from '../order/line-list.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { GuaranteeNotice } from '../parts/guarantee-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: PayOrderPage; readonly scene: Scene };

/** The way to pay, then what is bought and what it costs in all, directly above the button that says so. */
export function PayOrderBody({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="narrow pay-order">
      <p class="kicker">{say('order.title', { number: page.number })}</p>
      <h1 class="page-title">{say('pay_order.title')}</h1>
      {page.belongsTo !== undefined && <p class="lead">{page.belongsTo}</p>}
      <Status note={page.status} />
      <Problems problems={page.problems} scene={scene} />
      <form class="panel-form" method="post" action={page.action}>
        <PaymentChoices payment={page.payment} scene={scene} isLegendSeen />
        <section class="pay-order-sum" aria-labelledby="pay-order-lines">
          <h2 id="pay-order-lines">{say('order.lines')}</h2>
          <LineList lines={page.lines} scene={scene} label={say('order.lines')} />
          <TotalsTable totals={page.totals} />
        </section>
        <button class="button button-wide order-button" type="submit">
          {page.orderButton}
        </button>
        {page.until !== undefined && <p class="quiet">{page.until}</p>}
        {page.hasLegalGuarantee && <GuaranteeNotice scene={scene} />}
        {page.lawNotes.map((note) => (
          <p class="quiet">{note}</p>
        ))}
      </form>
      <p>
        <a class="checkout-back" href={page.order.href}>
          <Icon name="back" /> {page.order.title}
        </a>
      </p>
    </div>
  );
}
