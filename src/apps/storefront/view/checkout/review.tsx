import type { CheckoutPage } from '../../model/index.ts';
import { described, Problem } from '../form/field.tsx';
import { LineList } from '../order/line-list.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { GuaranteeNotice } from '../parts/guarantee-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { Step } from './step.tsx';

type Props = { readonly page: CheckoutPage; readonly scene: Scene };

/**
 * The end of the form, beside it where there is room. What is bought and what it costs in all stands directly above the
 * button, which says that it costs (Directive 2011/83/EU, article 8(2)).
 */
export function CheckoutSummary({ page, scene }: Props) {
  const { say, to } = scene;
  const { summary } = page;
  return (
    <section class="summary checkout-summary" id="summary" aria-labelledby="summary-title">
      <div class="summary-head">
        <h2 id="summary-title">{say('checkout.summary')}</h2>
        <a href={to('/cart')}>{say('checkout.edit_cart')}</a>
      </div>
      <div data-part="summary">
        <LineList lines={summary.lines} scene={scene} label={say('checkout.summary')} />
        <TotalsTable totals={summary.totals} />
      </div>
      <button class="button button-wide order-button" type="submit" name="do" value="order" data-order>
        {page.orderButton}
      </button>
      <p class="quiet" role="status" data-checkout-status />
      {page.hasLegalGuarantee && <GuaranteeNotice scene={scene} />}
      <ul class="law-notes">
        {page.lawNotes.map((note) => (
          <li class="quiet">{note}</li>
        ))}
      </ul>
      <p class="summary-safe quiet">
        <Icon name="secure" />
        {say('cart.payments')}
      </p>
    </section>
  );
}

/** On small screens the summary is far below: its total stands at the top and leads to it. */
export function SummaryJump({ page: { summary }, scene: { say } }: Props) {
  return (
    <a class="summary-jump" href="#summary">
      <span>{say('cart.count', { count: summary.itemCount })}</span>
      <strong data-part="jump-total">{summary.totals.total.amount.text}</strong>
      <Icon name="chevron" />
    </a>
  );
}

/** The last thing before the order: what is agreed to, in the version that is kept with it. */
export function TermsStep({ page: { terms }, scene }: Props) {
  const { say } = scene;
  return (
    <Step title={say('checkout.terms_title')} id="terms-step">
      <div class="field terms">
        <label class="check" for={terms.name}>
          <input
            id={terms.name}
            type="checkbox"
            name={terms.name}
            value={terms.version}
            checked={terms.isChecked}
            required
            {...described(terms.name, terms.problem)}
          />
          <span class="check-title">{terms.label}</span>
        </label>
        <Problem name={terms.name} text={terms.problem} />
        <ul class="terms-links">
          {terms.links.map(({ title, href }) => (
            <li>
              <a href={href} target="_blank" rel="noopener">
                {title}
                <span class="unseen"> {say('checkout.new_window')}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Step>
  );
}
