import { Check } from '../form/field.tsx';
import { Hidden } from '../form/status.tsx';
import { Icon } from '../parts/icon.tsx';
import type { SectionProps } from './section-of.ts';

type Props = SectionProps<'privacy'>;

/** What we may send, where the person is signed in, and with what else they may sign in. */
export function PrivacySection({ section, scene }: Props) {
  return (
    <div class="privacy">
      <Consents section={section} scene={scene} />
      <Tracking section={section} scene={scene} />
      <Passkeys section={section} scene={scene} />
      <Sessions section={section} scene={scene} />
    </div>
  );
}

function Consents({ section, scene: { say, to } }: Props) {
  return (
    <section class="order-part" aria-labelledby="consents-title">
      <h2 id="consents-title">{say('account.consents')}</h2>
      <form method="post" action={to('/account/privacy')}>
        {section.consents.map((field) => (
          <Check field={field} />
        ))}
        <button class="button-plain" type="submit" name="do" value="consents">
          {say('account.save')}
        </button>
      </form>
    </section>
  );
}

/** Whether this browser is known again, and that Global Privacy Control is honoured where it is sent. */
function Tracking({ section: { tracking }, scene: { say, to } }: Props) {
  const { choice, since, isSignalHonoured } = tracking;
  return (
    <section class="order-part" aria-labelledby="tracking-title">
      <h2 id="tracking-title">{say('consent.title')}</h2>
      {isSignalHonoured ? (
        <p class="consent-signal">
          <Icon name="check" />
          <span>
            <strong>{say('consent.signal')}</strong> {say('consent.signal_text')}
          </span>
        </p>
      ) : (
        <p>
          {choice === 'accepted'
            ? say('consent.is_accepted', { date: since ?? '' })
            : choice === 'rejected'
              ? say('consent.is_rejected')
              : say('consent.always_text')}
        </p>
      )}
      <p>
        <a href={to('/privacy-choices')}>{say('consent.link')}</a>
      </p>
    </section>
  );
}

function Passkeys({ section, scene: { say, to } }: Props) {
  if (section.passkeyAction === undefined) return null;
  return (
    <section class="order-part" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{say('account.passkeys')}</h2>
      <p class="quiet">{say('account.passkeys_hint')}</p>
      <ul class="rows">
        {section.passkeys.map(({ id, title, text }) => (
          <li>
            <Icon name="key" />
            <p>
              {title} <span class="quiet">{text}</span>
            </p>
            <form method="post" action={to('/account/privacy')}>
              <Hidden fields={{ id }} />
              <button class="link-button" type="submit" name="do" value="remove_passkey">
                {say('account.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <div
        class="passkey-offer"
        data-passkey-add={section.passkeyAction}
        data-failed={say('sign_in.passkey_failed')}
      >
        <button class="button-plain" type="button">
          {say('account.add_passkey')}
        </button>
        <p class="field-problem" role="status" />
      </div>
    </section>
  );
}

function Sessions({ section, scene: { say, to } }: Props) {
  return (
    <section class="order-part" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{say('account.sessions')}</h2>
      <ul class="rows">
        {section.sessions.map(({ id, title, text, isThis }) => (
          <li>
            <Icon name="secure" />
            <p>
              {title} <span class="quiet">{isThis ? say('account.this_session') : text}</span>
            </p>
            {!isThis && (
              <form method="post" action={to('/account/privacy')}>
                <Hidden fields={{ id }} />
                <button class="link-button" type="submit" name="do" value="revoke">
                  {say('account.revoke')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {section.sessions.length > 1 && (
        <form method="post" action={to('/account/privacy')}>
          <button class="button-plain" type="submit" name="do" value="revoke_others">
            {say('account.revoke_others')}
          </button>
        </form>
      )}
    </section>
  );
}
