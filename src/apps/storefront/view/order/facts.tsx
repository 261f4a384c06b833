import type { ComponentChildren } from 'preact';
import type { OrderPage } from '../../model/index.ts';
import type { Scene } from '../scene.ts';

/** To whom, whereto, how paid: beside the order's lines. */
export function Facts({ page, scene }: { page: OrderPage; scene: Scene }) {
  const { say } = scene;
  return (
    <div class="order-facts">
      <Fact title={say('order.contact')}>
        <p>{page.email}</p>
        {page.mailboxHref !== undefined && (
          <p>
            <a href={page.mailboxHref}>{say('order.mailbox')}</a>
          </p>
        )}
      </Fact>
      <AddressFact title={say('order.ship_to')} lines={page.shippingAddress} />
      {page.delivery !== undefined && (
        <Fact title={say('order.delivery')}>
          <p>{page.delivery}</p>
        </Fact>
      )}
      <AddressFact title={say('order.bill_to')} lines={page.billingAddress} />
      {page.payments.length > 0 && (
        <Fact title={say('order.payment')}>
          {page.payments.map(({ title, text, amount }) => (
            <p>
              {title}, {amount.text}
              <span class="quiet"> {text}</span>
            </p>
          ))}
        </Fact>
      )}
      {page.documents.length > 0 && (
        <Fact title={say('order.documents')}>
          {page.documents.map(({ title, href }) => (
            <p>
              <a href={href}>{title}</a>
            </p>
          ))}
        </Fact>
      )}
      {page.note !== undefined && (
        <Fact title={say('order.note')}>
          <p class="keep-lines">{page.note}</p>
        </Fact>
      )}
      <p class="quiet">{say('order.placed_at', { date: page.placedAt })}</p>
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="fact">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function AddressFact({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Fact title={title}>
      <address>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
      </address>
    </Fact>
  );
}
