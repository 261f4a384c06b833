import type { BackInStockPage } from '../../model/index.ts';
import { FieldRow } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { Hidden } from '../form/status.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: BackInStockPage; readonly scene: Scene };

const TITLES = {
  ask: 'wait.title',
  done: 'wait.done_title',
  buyable: 'wait.buyable_title',
  leave: 'wait.leave_title',
  left: 'wait.left_title',
} as const;
const LEADS = {
  ask: undefined,
  done: 'wait.done_text',
  buyable: 'wait.buyable_text',
  leave: 'wait.leave_text',
  left: 'wait.left_text',
} as const;

/** One field, one button; and the page that a mail leads to, for who waits no more. */
export function BackInStockBody({ page, scene }: Props) {
  const { say } = scene;
  const lead = LEADS[page.step];
  return (
    <div class="narrow">
      <h1 class="page-title">{say(TITLES[page.step])}</h1>
      {page.goods && (
        <p class="lead">
          <a href={page.goods.href}>{page.goods.title}</a>
        </p>
      )}
      {lead && <p>{say(lead)}</p>}
      <Problems problems={page.problems} scene={scene} />
      {page.field && (
        <form class="panel-form" method="post" action={page.action} noValidate>
          <Hidden fields={page.hidden} />
          <div class="fields">
            <FieldRow field={page.field} scene={scene} />
          </div>
          <button class="button" type="submit">
            {say('wait.submit')}
          </button>
        </form>
      )}
      {page.step === 'leave' && (
        <form class="panel-form form-buttons" method="post" action={page.action}>
          <button class="button" type="submit">
            {say('wait.leave')}
          </button>
        </form>
      )}
    </div>
  );
}
