import { Icon } from '../parts/icon.tsx';
import type { SectionProps } from './section-of.ts';

export function OrdersSection({ section, scene: { say, to } }: SectionProps<'orders'>) {
  if (section.orders.length === 0) {
    return (
      <div class="empty">
        <p class="empty-title">{say('account.no_orders')}</p>
        <a class="button" href={to('/')}>
          {say('cart.go_on')}
        </a>
      </div>
    );
  }
  return (
    <section aria-labelledby="orders-title">
      <h2 class="unseen" id="orders-title">
        {say('account.orders')}
      </h2>
      <ul class="order-list">
        {section.orders.map(({ number, href, placedAt, stateText, total, items }) => (
          <li class="order-row">
            <p class="order-row-number">
              <a href={href}>{say('order.title', { number })}</a>
            </p>
            <p class="order-row-items">{items}</p>
            <p class="order-row-state">{stateText}</p>
            <p class="quiet">{placedAt}</p>
            <p class="order-row-total">{total.text}</p>
          </li>
        ))}
      </ul>
      {section.more && (
        <a class="more" href={section.more.href}>
          {section.more.title}
          <Icon name="arrow" />
        </a>
      )}
    </section>
  );
}
