import type { ComponentChildren } from 'preact';
import type { AddressForm, CheckoutPage, Known } from '../../model/index.ts';
import { ChoiceList } from '../form/choice-list.tsx';
import { Check, FieldRow } from '../form/field.tsx';
import type { Scene } from '../scene.ts';
import { Step } from './step.tsx';

type Props = { readonly page: CheckoutPage; readonly scene: Scene };

export function ContactStep({ page, scene }: Props) {
  const { say } = scene;
  const { account, contact } = page;
  return (
    <Step title={say('checkout.contact')} id="contact">
      {'signIn' in account ? (
        <>
          <p class="step-aside">
            <a href={account.signIn}>{say('checkout.sign_in')}</a>
          </p>
          <div class="fields">
            <FieldRow field={contact.email} scene={scene} />
            {contact.marketing && <Check field={contact.marketing} />}
          </div>
        </>
      ) : (
        <>
          <p>{say('checkout.signed_in', { email: account.email })}</p>
          <input type="hidden" name="email" value={account.email} />
        </>
      )}
    </Step>
  );
}

export function ShippingStep({ page, scene }: Props) {
  const { say } = scene;
  const { form, known, saved } = page.shipping;
  return (
    <Step title={say(page.isDelivered ? 'checkout.ship_to' : 'checkout.address_of_bill')} id="address">
      {known ? (
        <KnownAddress known={known} scene={scene}>
          <SavedAddresses saved={saved} scene={scene} />
          <AddressFields form={form} scene={scene} />
        </KnownAddress>
      ) : (
        <>
          <SavedAddresses saved={saved} scene={scene} />
          <AddressFields form={form} scene={scene} />
        </>
      )}
    </Step>
  );
}

type KnownProps = {
  readonly known: Known;
  readonly scene: Scene;
  readonly children: ComponentChildren;
};

function KnownAddress({ known, scene, children }: KnownProps) {
  return (
    <>
      <address class="known">
        {known.lines.map((line) => (
          <span>{line}</span>
        ))}
      </address>
      <details class="known-change" open={known.isOpen}>
        <summary>{scene.say('checkout.change')}</summary>
        {children}
      </details>
    </>
  );
}

function SavedAddresses({ saved, scene }: { saved: CheckoutPage['shipping']['saved']; scene: Scene }) {
  if (saved.length === 0) return null;
  return (
    <div class="saved-addresses">
      <ChoiceList
        name="saved_address"
        legend={scene.say('checkout.saved_addresses')}
        choices={saved}
        isLegendSeen={false}
      />
    </div>
  );
}

/** The country first: it decides what else is asked. Without scripts its button brings the fields up to date. */
export function AddressFields({ form, scene }: { form: AddressForm; scene: Scene }) {
  return (
    <div class="fields address-fields" data-part={`address-${form.name}`}>
      {form.fields.map((field) => (
        <>
          <FieldRow field={field} scene={scene} />
          {field.name.endsWith('_country') && (
            <button class="button-plain without-script" type="submit" name="do" value="update">
              {scene.say('checkout.country_update')}
            </button>
          )}
        </>
      ))}
    </div>
  );
}
