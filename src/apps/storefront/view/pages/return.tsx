import type { ReturnableLine, ReturnPage } from '../../model/index.ts';
import { Area, FieldRow } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { LinePicture } from '../order/line-list.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: ReturnPage; readonly scene: Scene };

/** What goes back, how many and why; beside it what happens then. */
export function ReturnBody({ page, scene }: Props) {
  const { say } = scene;
  return (
    <article class="order">
      <div class="page-head order-head">
        <p class="kicker">{say('order.title', { number: page.orderNumber })}</p>
        <h1 class="page-title">{say('return.title')}</h1>
        <p class="lead">{page.nothing ?? say('return.intro')}</p>
      </div>
      <div class="order-columns">
        <div class="order-main">
          <Problems problems={page.problems} scene={scene} />
          {page.lines.length > 0 ? <Form page={page} scene={scene} /> : <Back page={page} scene={scene} />}
        </div>
        <Next page={page} scene={scene} />
      </div>
    </article>
  );
}

function Form({ page, scene }: Props) {
  const { say } = scene;
  return (
    <form id="return" method="post" action={page.action} noValidate>
      <h2 class="return-title">{say('return.lines')}</h2>
      <ul class="return-lines">
        {page.lines.map((line) => (
          <Line returned={line} scene={scene} />
        ))}
      </ul>
      {page.more && (
        <p class="return-more">
          <a href={page.more.href}>{page.more.title}</a>
        </p>
      )}
      <Area field={page.note} scene={scene} />
      <p class="form-buttons return-buttons">
        <button class="button" type="submit">
          {say('return.submit')}
        </button>
        <a class="button-plain" href={page.orderHref}>
          {say('return.back')}
        </a>
      </p>
    </form>
  );
}

function Line({ returned: { line, quantity, reason }, scene }: { returned: ReturnableLine; scene: Scene }) {
  return (
    <li>
      <fieldset class="return-line">
        <legend>
          <span class="line-title">{line.title}</span>
          {line.options.length > 0 && <span class="quiet"> {line.options.join(' · ')}</span>}
        </legend>
        <LinePicture line={line} />
        <div class="fields">
          <FieldRow field={quantity} scene={scene} />
          <FieldRow field={reason} scene={scene} />
        </div>
      </fieldset>
    </li>
  );
}

function Back({ page, scene }: Props) {
  return (
    <p>
      <a class="button" href={page.orderHref}>
        <Icon name="back" />
        {scene.say('return.back')}
      </a>
    </p>
  );
}

function Next({ page, scene: { say } }: Props) {
  if (page.lines.length === 0) return null;
  return (
    <aside class="order-facts return-next" aria-labelledby="return-next">
      <section class="fact">
        <h2 id="return-next">{say('return.next')}</h2>
        <ol>
          {page.next.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      {page.withdraw && (
        <section class="fact">
          <p>{say('return.withdraw_hint')}</p>
          <p>
            <a href={page.withdraw.href}>{page.withdraw.title}</a>
          </p>
        </section>
      )}
    </aside>
  );
}
