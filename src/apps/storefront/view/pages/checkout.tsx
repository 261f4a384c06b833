import type { CheckoutPage } from '../../model/index.ts';
import { CodeFields, GiftCardFields } from '../cart/code-form.tsx';
import { ContactStep, ShippingStep } from '../checkout/contact-and-address.tsx';
import { BillingStep, DeliveryStep, PaymentStep } from '../checkout/delivery-and-payment.tsx';
import { CheckoutSummary, SummaryJump, TermsStep } from '../checkout/review.tsx';
import { Area, Check } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { Status } from '../form/status.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: CheckoutPage; readonly scene: Scene };

/**
 * One page and one form: every button submits all of it, so nothing typed is lost. The first button of a form is what
 * Enter presses; it only brings the page up to date, so that nobody orders by Enter.
 */
export function CheckoutBody({ page, scene }: Props) {
  const { say, to } = scene;
  return (
    <div class="checkout" data-checkout>
      <div class="checkout-head">
        <a class="checkout-back" href={to('/cart')}>
          <Icon name="back" />
          {say('checkout.back')}
        </a>
        <h1 class="page-title">{say('checkout.title')}</h1>
        <SummaryJump page={page} scene={scene} />
      </div>
      <Status note={page.status} />
      <div data-part="problems">
        <Problems problems={page.problems} scene={scene} />
      </div>
      {/* What is wrong is said by the page, in its language and beside the field, not by the browser's bubbles. */}
      <form class="checkout-form" method="post" action={page.action} noValidate data-checkout-form>
        <button class="unseen" type="submit" name="do" value="update" tabIndex={-1} aria-hidden="true">
          {say('checkout.update')}
        </button>
        <input type="hidden" name="expected_total" value={page.expectedTotal} data-expected-total />
        <div class="checkout-steps">
          <ContactStep page={page} scene={scene} />
          <ShippingStep page={page} scene={scene} />
          {page.isDelivered && <DeliveryStep page={page} scene={scene} />}
          <PaymentStep page={page} scene={scene} />
          {page.isDelivered && <BillingStep page={page} scene={scene} />}
          <Extras page={page} scene={scene} />
          <TermsStep page={page} scene={scene} />
        </div>
        <CheckoutSummary page={page} scene={scene} />
      </form>
    </div>
  );
}

function Extras({ page, scene }: Props) {
  const { codes, giftCards, note, giftMessage, storeCredit } = page;
  const isUsed =
    [codes, giftCards].some(({ applied, problem }) => applied.length > 0 || problem !== undefined) ||
    [note, giftMessage].some(({ value, problem }) => value !== '' || problem !== undefined);
  return (
    <details class="fold step extras" open={isUsed}>
      <summary>
        <h2>{scene.say('checkout.extras')}</h2>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body fields">
        <div class="field" data-part="codes">
          <CodeFields codes={codes} scene={scene} />
          <GiftCardFields codes={giftCards} scene={scene} />
        </div>
        {storeCredit && <Check field={storeCredit} />}
        <Area field={giftMessage} scene={scene} />
        <Area field={note} scene={scene} />
      </div>
    </details>
  );
}
