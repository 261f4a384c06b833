import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import {
  ArrowLeftRight,
  AtSign,
  CreditCard,
  FileWarning,
  FileX2,
  Hourglass,
  Package,
  PackageOpen,
  PackageSearch,
  Scale,
  ShieldAlert,
  ShieldCheck,
  Skull,
  Undo2,
  WalletCards,
} from 'lucide-react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { countOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, When } from '../../../../platform/cockpit/value/index.ts';
import { disputeReason } from '../queues/dispute-reason.ts';
import { RetryButton } from './retry-button.tsx';
import styles from './today.module.css';
import type { Part } from './today.ts';
import { todayWords } from './words.ts';

type Item = Part['items'][number];

/** Where all of a part is, and what it looks like. */
const PARTS: Readonly<Record<Part['name'], { readonly icon: LucideIcon; readonly path?: string }>> = {
  to_ship: {
    icon: Package,
    path: '/orders?fulfilmentState=%5B%22open%22%2C%22partly_fulfilled%22%5D&sort=placed',
  },
  declined: { icon: CreditCard, path: '/orders?paymentState=%5B%22pending%22%5D' },
  refunds: { icon: Hourglass },
  returns_asked: { icon: Undo2, path: '/returns?state=requested' },
  returns_coming: { icon: PackageOpen, path: '/returns?state=approved' },
  exchanges: { icon: ArrowLeftRight },
  withdrawals: { icon: FileX2, path: '/withdrawals?isWaiting=true' },
  mentions: { icon: AtSign },
  decisions: { icon: Scale, path: '/decisions' },
  disputes: { icon: ShieldAlert, path: '/disputes?isWaiting=true' },
  refunds_to_send: { icon: WalletCards },
  low_stock: { icon: PackageSearch, path: '/stock?state=low' },
  imports: { icon: FileWarning, path: '/imports' },
  dead_letters: { icon: Skull, path: '/system/given-up' },
  pages: { icon: ShieldCheck },
};

/** A heap of work: how much, since when, and what is to be done first. */
export function PartCard({ of }: { readonly of: Part }) {
  const t = todayWords();
  const { name, count, isCapped, items } = of;
  const { icon: Icon, path } = PARTS[name];
  const [first] = items;
  return (
    <Card
      title={t.parts[name]}
      about={first?.at && (name === 'disputes' ? t.until(sinceOf(first.at)) : t.since(sinceOf(first.at)))}
      actions={
        <span className={styles.count}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          {countOf(count)}
          {isCapped ? '+' : ''}
        </span>
      }
      isFlush
    >
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <Row part={name} of={item} />
          </li>
        ))}
      </ul>
      {path !== undefined && count > items.length && (
        <div className={styles.foot}>
          <Button variant="subtle" component={Link} to={path}>
            {t.all}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Row({ part, of }: { readonly part: Part['name']; readonly of: Item }) {
  const t = todayWords();
  const { id, orderId, title, detail, at, amount } = of;
  const isOrder = orderId !== undefined && part !== 'disputes';
  const inner = (
    <>
      <span className={styles.title}>
        {isOrder ? `#${title}` : part === 'disputes' ? disputeReason(title, t.disputeReasons) : title}
        {detail !== '' && (
          <span className={styles.detail}>{part === 'imports' ? t.errors(detail) : detail}</span>
        )}
      </span>
      <span className={styles.side}>
        {amount && <Money of={amount} />}
        {at && (
          <span className={styles.when}>
            <When at={at} />
          </span>
        )}
        {part === 'dead_letters' && <RetryButton id={id} />}
      </span>
    </>
  );
  const own = part === 'imports' || part === 'decisions' ? `/${part}/${id}` : undefined;
  const path = orderId === undefined ? own : `/orders/${orderId}`;
  if (path !== undefined) {
    return (
      <Link to={path} className={styles.row}>
        {inner}
      </Link>
    );
  }
  return <div className={styles.row}>{inner}</div>;
}
