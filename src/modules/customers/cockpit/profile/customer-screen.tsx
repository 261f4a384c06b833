import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { customerWords } from '../words.ts';
import { AboutCards } from './about-cards.tsx';
import { CartsCard, ConsentsCard, OrdersCard, ReturnsCard } from './bought-cards.tsx';
import { CustomerActions } from './customer-actions.tsx';
import type { CustomerDesk } from './customer-desk.ts';
import { Figures } from './figures.tsx';
import { NotesCard } from './notes-card.tsx';
import styles from './profile.module.css';

/** Who somebody is to the shop. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const desk = useRead(
    'readCustomerDesk',
    { params: { id } },
    { about: ['customers', 'orders', 'carts', 'credits'] },
  );
  return <Shown of={desk}>{(told) => <Profile desk={told} />}</Shown>;
}

function Profile({ desk }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  const { customer } = desk;
  return (
    <Page
      title={customer.name || (customer.email ?? '–')}
      back="/customers"
      about={t.since(dateOf(customer.firstOrderAt ?? customer.createdAt))}
      actions={<CustomerActions desk={desk} />}
      isNarrow
    >
      <Figures desk={desk} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <OrdersCard desk={desk} />
          <CartsCard desk={desk} />
          <ReturnsCard desk={desk} />
          <NotesCard desk={desk} />
          <ConsentsCard desk={desk} />
        </div>
        <div className={styles.aside}>
          <AboutCards desk={desk} />
        </div>
      </div>
    </Page>
  );
}
