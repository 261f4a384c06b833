import type { AccountPage } from '../../model/index.ts';
import { AddressSection } from '../account/addresses.tsx';
import { OrdersSection } from '../account/orders.tsx';
import { PrivacySection } from '../account/privacy.tsx';
import { WishlistSection } from '../account/wishlist.tsx';
import { Status } from '../form/status.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: AccountPage; readonly scene: Scene };

export function AccountBody({ page, scene }: Props) {
  const { say, to } = scene;
  return (
    <div class="account">
      <div class="page-head account-head">
        <h1 class="page-title">{page.greeting}</h1>
        <div class="account-who">
          <p class="quiet">{page.email}</p>
          <form method="post" action={to('/account/sign-out')}>
            <button class="link-button" type="submit">
              {say('account.sign_out')}
            </button>
          </form>
        </div>
      </div>
      <nav class="subcategories account-nav" aria-label={say('account.navigation')}>
        <ul>
          {page.navigation.map(({ title, href, isCurrent }) => (
            <li>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Status note={page.status} />
      <Section page={page} scene={scene} />
    </div>
  );
}

function Section({ page: { section }, scene }: Props) {
  switch (section.name) {
    case 'orders':
      return <OrdersSection section={section} scene={scene} />;
    case 'addresses':
      return <AddressSection section={section} scene={scene} />;
    case 'wishlist':
      return <WishlistSection section={section} scene={scene} />;
    case 'privacy':
      return <PrivacySection section={section} scene={scene} />;
  }
}
