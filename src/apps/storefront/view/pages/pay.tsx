import type { PayPage } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** The provider's own fields, put into the empty place by its own script (pay.ts); what is typed there never reaches us. */
export function PayBody({ page, scene: { say } }: { page: PayPage; scene: Scene }) {
  const amount = page.amount.text;
  return (
    <div class="narrow pay">
      <p class="kicker">{say('test_payment.order', { number: page.orderNumber })}</p>
      <h1 class="page-title">{say('test_payment.pay', { amount })}</h1>
      <p class="lead">{say('checkout.payment_straight')}</p>
      <p class="status status-careful without-script">{say('checkout.payment_needs_script')}</p>
      <form
        class="panel-form"
        data-pay={page.provider}
        data-client={JSON.stringify(page.client)}
        data-return={page.returnUrl}
        data-failed={say('problem.try_again')}
      >
        <div class="payment-fields" data-payment-fields />
        <button class="button button-wide" type="submit">
          {say('test_payment.pay', { amount })}
        </button>
        <p class="field-problem" role="alert" data-pay-status />
      </form>
      <p>
        <a class="checkout-back" href={page.backHref}>
          <Icon name="back" /> {say('checkout.payment_other')}
        </a>
      </p>
    </div>
  );
}
