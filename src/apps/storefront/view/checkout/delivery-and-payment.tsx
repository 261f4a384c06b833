import type { CheckoutPage, DeliveryChoice } from '../../model/index.ts';
import { ChoiceList } from '../form/choice-list.tsx';
import type { Scene } from '../scene.ts';
import { AddressFields } from './contact-and-address.tsx';
import { Step } from './step.tsx';

type Props = { readonly page: CheckoutPage; readonly scene: Scene };

export function DeliveryStep({ page: { delivery }, scene }: Props) {
  const { say } = scene;
  return (
    <Step title={say('checkout.delivery')} id="delivery-step">
      <div data-part="delivery">
        {delivery.message !== undefined && <p class="step-message">{delivery.message}</p>}
        {delivery.choices.length > 0 && (
          <ChoiceList
            name="delivery"
            legend={say('checkout.delivery')}
            isLegendSeen={false}
            choices={delivery.choices}
            problem={delivery.problem}
            aside={(choice) => (choice.isFree ? say('totals.free') : choice.price?.text)}
            detail={(choice) => choice.points.length > 0 && <PickupPoints choice={choice} scene={scene} />}
          />
        )}
      </div>
    </Step>
  );
}

function PickupPoints({ choice, scene }: { choice: DeliveryChoice; scene: Scene }) {
  return (
    <ChoiceList
      name={`pickup-${choice.value}`}
      legend={scene.say('checkout.pickup')}
      choices={choice.points}
      problem={choice.pointProblem}
    />
  );
}

export function BillingStep({ page: { billing }, scene }: Props) {
  const { say } = scene;
  const choices = [
    { value: 'same', title: say('checkout.billing_same'), isChosen: billing.isSame },
    { value: 'other', title: say('checkout.billing_other'), isChosen: !billing.isSame },
  ];
  return (
    <Step title={say('checkout.billing')} id="billing-step">
      <ChoiceList
        name="billing"
        legend={say('checkout.billing')}
        isLegendSeen={false}
        choices={choices}
        detail={({ value }) =>
          value === 'other' ? <AddressFields form={billing.form} scene={scene} /> : null
        }
      />
    </Step>
  );
}

type Payable = { readonly page: Pick<CheckoutPage, 'payment'>; readonly scene: Scene };

export function PaymentStep({ page: { payment }, scene }: Payable) {
  const { say } = scene;
  return (
    <Step title={say('checkout.payment')} id="payment-step">
      <div data-part="payment">
        {!payment.isNeeded && <p>{say('checkout.payment_free')}</p>}
        {payment.isNeeded && payment.choices.length === 0 && (
          <p class="step-message">{say('checkout.payment_none')}</p>
        )}
        {payment.isNeeded && payment.choices.length > 0 && (
          <ChoiceList
            name="payment"
            legend={say('checkout.payment')}
            isLegendSeen={false}
            choices={payment.choices}
            problem={payment.problem}
            detail={({ mode }) => <p class="quiet">{say(`checkout.payment_${mode}`)}</p>}
          />
        )}
      </div>
    </Step>
  );
}
