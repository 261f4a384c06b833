import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { addressOf } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { dateOf, momentOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { disputeReason } from '../queues/dispute-reason.ts';
import { OrderStateBadge } from '../standing-badges.tsx';
import { orderWords } from '../words.ts';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

/** Invoices and credit notes, as files. */
export function DocumentsCard({ desk: { documents, order } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  if (documents.length === 0) return null;
  return (
    <Card title={t.documents}>
      <ul className={styles.rows}>
        {documents.map(({ id, kind, number, issuedAt, total }) => (
          <li key={id} className={styles.row}>
            <Anchor size="sm" href={addressOf('documentPdf', { params: { id: order.id, documentId: id } })}>
              {kind === 'invoice' ? t.invoice : t.creditNote} {number}
            </Anchor>
            <span className={styles.quiet}>
              {dateOf(issuedAt)} · {moneyOf(total)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Orders that were made because of this one, and the one that this was made for. */
export function LinkedCard({ desk: { linked, parent } }: { readonly desk: OrderDesk }) {
  const t = orderWords().page;
  if (linked.length === 0 && parent === undefined) return null;
  return (
    <Card title={t.linked}>
      <ul className={styles.rows}>
        {parent && (
          <li className={styles.row}>
            <span>
              <span className={styles.quiet}>{t.parent}</span>{' '}
              <Anchor component={Link} to={`/orders/${parent.orderId}`} size="sm">
                #{parent.number}
              </Anchor>
            </span>
          </li>
        )}
        {linked.map(({ orderId, number, kind, state }) => (
          <li key={orderId} className={styles.row}>
            <span>
              <Anchor component={Link} to={`/orders/${orderId}`} size="sm">
                #{number}
              </Anchor>{' '}
              <span className={styles.quiet}>{t[kind]}</span>
            </span>
            <OrderStateBadge of={state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a bank wants back of the order's payments. */
export function DisputesCard({ desk: { disputes } }: { readonly desk: OrderDesk }) {
  const t = orderWords();
  if (disputes.length === 0) return null;
  return (
    <Card title={t.page.disputes}>
      <ul className={styles.rows}>
        {disputes.map(({ id, reason, amount, state, evidenceDueAt }) => (
          <li key={id} className={styles.row}>
            <span>
              {disputeReason(reason)}{' '}
              {evidenceDueAt && state === 'open' && (
                <span className={styles.quiet}>
                  {t.disputes.due} {momentOf(evidenceDueAt)}
                </span>
              )}
            </span>
            <span>
              {moneyOf(amount)}{' '}
              <StateBadge tone={state === 'open' ? 'bad' : state === 'won' ? 'good' : 'neutral'}>
                {t.disputes.states[state]}
              </StateBadge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
