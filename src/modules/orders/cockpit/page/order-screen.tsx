import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { OrderActions } from '../act/order-actions.tsx';
import { OrderStateBadge } from '../standing-badges.tsx';
import { orderWords } from '../words.ts';
import { BuyerCard } from './buyer-card.tsx';
import { DisputesCard, DocumentsCard, LinkedCard } from './documents-card.tsx';
import { ExchangesCard } from './exchanges-card.tsx';
import { HappeningsCard } from './happenings-card.tsx';
import { ItemsCards } from './items-cards.tsx';
import { MarginCard } from './margin-card.tsx';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';
import { PaymentCard } from './payment-card.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RefundsCard } from './refunds-card.tsx';
import { ReturnsCard } from './returns-card.tsx';
import { Signs } from './signs.tsx';
import { TagsCard } from './tags-card.tsx';

/** An order: what was bought, by whom, what became of it, and everything that can be done about it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const desk = useRead('readOrderDesk', { params: { id } }, { about: ['orders', 'payments'] });
  useSeen(id);
  return <Shown of={desk}>{(told) => <Whole desk={told} />}</Shown>;
}

function Whole({ desk }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  const { order } = desk;
  return (
    <Page
      title={`#${order.number}`}
      back="/orders"
      aside={<OrderStateBadge of={order.state} />}
      about={t.page.placed(momentOf(order.placedAt))}
      actions={<OrderActions desk={desk} />}
      isNarrow
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <Signs desk={desk} />
          <ProposalCard desk={desk} />
          <ItemsCards desk={desk} />
          <PaymentCard desk={desk} />
          <RefundsCard desk={desk} />
          <ReturnsCard desk={desk} />
          <ExchangesCard desk={desk} />
          <DisputesCard desk={desk} />
          <HappeningsCard desk={desk} />
        </div>
        <div className={styles.aside}>
          <BuyerCard desk={desk} />
          <MarginCard desk={desk} />
          <TagsCard desk={desk} />
          <DocumentsCard desk={desk} />
          <LinkedCard desk={desk} />
        </div>
      </div>
    </Page>
  );
}

/** Notes that name whoever looks are read with the order. */
function useSeen(id: string): void {
  const { mutate } = useWrite('seeOrder', { about: ['today'] });
  useEffect(() => mutate({ params: { id } }), [id, mutate]);
}
