import type { SignInPage } from '../../model/index.ts';
import { FieldRow } from '../form/field.tsx';
import { Problems } from '../form/problems.tsx';
import { Hidden } from '../form/status.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: SignInPage; readonly scene: Scene };

/** An address, then the code that was sent to it; or a passkey where the browser has one. */
export function SignInBody({ page, scene }: Props) {
  const { say } = scene;
  const isCode = page.step === 'code';
  return (
    <div class="narrow sign-in">
      <h1 class="page-title">{say(isCode ? 'sign_in.code_title' : 'sign_in.title')}</h1>
      <p class="lead">{isCode ? say('sign_in.code_sent', { email: page.email }) : say('sign_in.intro')}</p>
      <Problems problems={page.problems} scene={scene} />
      <form class="panel-form" method="post" action={page.action} noValidate>
        <Hidden fields={{ next: page.next, ...(isCode ? { email: page.email } : {}) }} />
        <div class="fields">
          <FieldRow field={page.field} scene={scene} />
        </div>
        <button class="button button-wide" type="submit" name="do" value={isCode ? 'confirm' : 'send'}>
          {say(isCode ? 'sign_in.confirm' : 'sign_in.send')}
        </button>
      </form>
      {isCode ? <CodeHelp page={page} scene={scene} /> : <Passkey page={page} scene={scene} />}
    </div>
  );
}

function CodeHelp({ page, scene: { say } }: Props) {
  return (
    <>
      {page.mailboxHref !== undefined && (
        <p>
          <a href={page.mailboxHref}>{say('order.mailbox')}</a>
        </p>
      )}
      <p>
        <a href={`${page.action}?next=${encodeURIComponent(page.next)}`}>{say('sign_in.again')}</a>
      </p>
    </>
  );
}

/** Shown by passkeys.ts where the browser can. */
function Passkey({ page, scene: { say } }: Props) {
  if (page.passkeyAction === undefined) return null;
  return (
    <div
      class="passkey-offer"
      data-passkey-sign-in={page.passkeyAction}
      data-failed={say('sign_in.passkey_failed')}
    >
      <p class="or">
        <span>{say('sign_in.or')}</span>
      </p>
      <button class="button-plain button-wide" type="button">
        <Icon name="key" />
        {say('sign_in.passkey')}
      </button>
      <p class="field-problem" role="status" />
    </div>
  );
}
