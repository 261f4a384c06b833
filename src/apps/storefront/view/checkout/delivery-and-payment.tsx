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

export function PaymentStep({ page: { payment }, scene }: Props) {
  return (
    <Step title={scene.say('checkout.payment')} id="payment-step">
      <div data-part="payment">
        <PaymentChoices payment={payment} scene={scene} isLegendSeen={false} />
      </div>
    </Step>
  );
}

type Payable = {
  readonly payment: CheckoutPage['payment'];
  readonly scene: Scene;
  readonly isLegendSeen: boolean;
};

/** The ways to pay what is due, each with what follows when it is chosen. */
export function PaymentChoices({ payment, scene: { say }, isLegendSeen }: Payable) {
  if (!payment.isNeeded) return <p>{say('checkout.payment_free')}</p>;
  if (payment.choices.length === 0) return <p class="step-message">{say('checkout.payment_none')}</p>;
  return (
    <ChoiceList
      name="payment"
      legend={say('checkout.payment')}
      isLegendSeen={isLegendSeen}
      choices={payment.choices}
      problem={payment.problem}
      detail={({ mode }) => <p class="quiet">{say(`checkout.payment_${mode}`)}</p>}
    />
  );
}
