import type { PayLinkPage } from '../../model/index.ts';
import { LineList } from '../order/line-list.tsx';
import { TotalsTable } from '../order/totals-table.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: PayLinkPage; readonly scene: Scene };

/** What the shop put together, and the way to pay for it. */
export function PayLinkBody({ page, scene }: Props) {
  const { say, to } = scene;
  return (
    <div class="narrow">
      <h1 class="page-title">{say(`pay_link.${page.state}`)}</h1>
      <p class="lead">{say(`pay_link.${page.state}_text`)}</p>
      {page.state === 'open' ? (
        <Open page={page} scene={scene} />
      ) : (
        <p class="panel-form">
          <a class="button" href={to(page.state === 'ordered' ? '/account' : '/')}>
            {say(page.state === 'ordered' ? 'pay_link.orders' : 'cart.go_on')}
            <Icon name="arrow" />
          </a>
        </p>
      )}
    </div>
  );
}

function Open({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="panel-form">
      <LineList lines={page.lines} scene={scene} label={say('order.lines')} />
      {page.totals && <TotalsTable totals={page.totals} />}
      <form class="pay-link-go" method="post" action={page.action}>
        {page.ownCart !== undefined && <p class="quiet">{page.ownCart}</p>}
        <button class="button button-wide" type="submit">
          {say('cart.checkout')}
          <Icon name="arrow" />
        </button>
      </form>
    </div>
  );
}
