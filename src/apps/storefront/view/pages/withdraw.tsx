import type { WithdrawPage } from '../../model/index.ts';
import { FieldRow } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { Hidden } from '../form/status.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: WithdrawPage; readonly scene: Scene };

const TITLES = { ask: 'withdraw.title', confirm: 'withdraw.check', done: 'withdraw.done_title' } as const;

/** Two steps, no reason asked: who and which order, then the button that withdraws. */
export function WithdrawBody({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="narrow">
      <h1 class="page-title">{say(TITLES[page.step])}</h1>
      {page.step === 'ask' && <p class="lead">{say('withdraw.intro')}</p>}
      {page.step === 'done' && (
        <p class="lead">{say('withdraw.done_text', { email: typed(page, 'email') })}</p>
      )}
      <Problems problems={page.problems} scene={scene} />
      {page.step !== 'ask' && <Rows page={page} />}
      {page.step === 'ask' && <Ask page={page} scene={scene} />}
      {page.step === 'confirm' && <Confirm page={page} scene={scene} />}
    </div>
  );
}

function Ask({ page, scene }: Props) {
  return (
    <form class="panel-form" method="post" action={page.action} noValidate>
      <div class="fields">
        {page.fields.map((field) => (
          <FieldRow field={field} scene={scene} />
        ))}
      </div>
      <button class="button" type="submit" name="do" value="check">
        {scene.say('withdraw.next')}
      </button>
    </form>
  );
}

function Confirm({ page, scene: { say } }: Props) {
  return (
    <form class="panel-form form-buttons" method="post" action={page.action}>
      <Hidden fields={Object.fromEntries(page.fields.map(({ name, value }) => [name, value]))} />
      <button class="button" type="submit" name="do" value="confirm">
        {say('withdraw.confirm')}
      </button>
      <button class="button-plain" type="submit" name="do" value="edit">
        {say('withdraw.back')}
      </button>
    </form>
  );
}

function Rows({ page }: { page: WithdrawPage }) {
  return (
    <dl class="attributes panel-form">
      {page.rows.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function typed(page: WithdrawPage, name: string): string {
  return page.fields.find((field) => field.name === name)?.value ?? '';
}
