import type { AddressEditor, SavedAddress } from '../../model/index.ts';
import { AddressFields } from '../checkout/contact-and-address.tsx';
import { Check } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { Hidden } from '../form/status.tsx';
import type { Scene } from '../scene.ts';
import type { SectionProps } from './section-of.ts';

export function AddressSection({ section, scene }: SectionProps<'addresses'>) {
  const { say, to } = scene;
  if (section.editing) return <Editor editor={section.editing} scene={scene} />;
  return (
    <section aria-labelledby="addresses-title">
      <h2 class="unseen" id="addresses-title">
        {say('account.addresses')}
      </h2>
      {section.addresses.length === 0 ? (
        <p class="empty-title">{say('account.no_addresses')}</p>
      ) : (
        <ul class="address-cards">
          {section.addresses.map((address) => (
            <AddressCard address={address} scene={scene} />
          ))}
        </ul>
      )}
      <a class="button" href={to('/account/addresses?edit=new')}>
        {say('account.add_address')}
      </a>
    </section>
  );
}

function AddressCard({ address, scene: { say, to } }: { address: SavedAddress; scene: Scene }) {
  return (
    <li class="address-card">
      <address>
        {address.lines.map((line) => (
          <p>{line}</p>
        ))}
      </address>
      {address.isDefault && <p class="tag">{say('account.default_address')}</p>}
      <div class="form-buttons">
        <a href={address.editHref}>{say('account.edit')}</a>
        <form method="post" action={to('/account/addresses')}>
          <Hidden fields={{ id: address.id }} />
          <button class="link-button" type="submit" name="do" value="remove">
            {say('account.remove')}
          </button>
        </form>
      </div>
    </li>
  );
}

function Editor({ editor, scene }: { editor: AddressEditor; scene: Scene }) {
  const { say, to } = scene;
  return (
    <section class="narrow-part" aria-labelledby="address-title">
      <h2 id="address-title">
        {say(editor.id === undefined ? 'account.add_address' : 'account.edit_address')}
      </h2>
      <Problems problems={editor.problems} scene={scene} />
      <form method="post" action={to('/account/addresses')} noValidate data-address-form>
        <button class="unseen" type="submit" name="do" value="update" tabIndex={-1} aria-hidden="true">
          {say('checkout.update')}
        </button>
        <Hidden fields={{ id: editor.id ?? '' }} />
        <AddressFields form={editor.form} scene={scene} />
        <Check field={editor.isDefault} />
        <div class="form-buttons">
          <button class="button" type="submit" name="do" value="save">
            {say('account.save')}
          </button>
          <a href={to('/account/addresses')}>{say('account.cancel')}</a>
        </div>
      </form>
    </section>
  );
}
