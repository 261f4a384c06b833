import type { RefundModel, ReturnModel } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** What is on its way back, with how to send it. */
export function Returns({ returns, scene: { say } }: { returns: readonly ReturnModel[]; scene: Scene }) {
  if (returns.length === 0) return null;
  return (
    <section class="order-part" aria-labelledby="order-returns">
      <h2 id="order-returns">{say('return.section')}</h2>
      <ul class="parcels">
        {returns.map(({ title, state, stateText, text, note, items, sending }) => (
          <li data-return={state}>
            <Icon name="returns" />
            <div class="parcel-text">
              <p class="parcel-title">
                {title} <span class="tag">{stateText}</span>
              </p>
              <p class="quiet">{text}</p>
              <p class="quiet">{items.join(', ')}</p>
              {note !== undefined && (
                <p class="keep-lines from-us">
                  <strong>{say('return.from_us')}:</strong> {note}
                </p>
              )}
              {sending && <Sending sending={sending} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sending({ sending }: { sending: NonNullable<ReturnModel['sending']> }) {
  return (
    <div class="sending">
      <p>{sending.text}</p>
      {sending.address.length > 0 && (
        <address>
          {sending.address.map((line) => (
            <p>{line}</p>
          ))}
        </address>
      )}
      {sending.label?.lines.map((line) => (
        <p class="keep-lines">{line}</p>
      ))}
      {sending.label?.print && (
        <p>
          <a href={sending.label.print.href} rel="noopener noreferrer">
            {sending.label.print.title}
          </a>
        </p>
      )}
    </div>
  );
}

/** Money that went back, of what it is made, and its credit note. */
export function Refunds({ refunds, scene: { say } }: { refunds: readonly RefundModel[]; scene: Scene }) {
  if (refunds.length === 0) return null;
  return (
    <section class="order-part" aria-labelledby="order-refunds">
      <h2 id="order-refunds">{say('refund.section')}</h2>
      <ul class="parcels">
        {refunds.map(({ title, stateText, amount, parts, means, document }) => (
          <li data-refund>
            <Icon name="money-back" />
            <div class="parcel-text">
              <p class="parcel-title">
                {title} <span class="refund-amount">{amount.text}</span>
              </p>
              <p class="quiet">{stateText}</p>
              {parts.length > 1 && (
                <p class="quiet">{parts.map((part) => `${part.label} ${part.amount.text}`).join(', ')}</p>
              )}
              <p class="quiet">{means.join(', ')}</p>
              {document && (
                <p>
                  <a href={document.href}>{document.title}</a>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
