import type { PrivacyPage } from '../../model/index.ts';
import { Status } from '../form/status.tsx';
import { ConsentButtons, consentWords } from '../layout/consent-banner.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly page: PrivacyPage; readonly scene: Scene };

/** What is counted without asking, what was decided, and the other choice. */
export function PrivacyBody({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="narrow">
      <h1 class="page-title">{say('consent.page_title')}</h1>
      <Status note={page.status} />
      {page.isSignalHonoured && (
        <p class="consent-signal">
          <Icon name="check" />
          <span>
            <strong>{say('consent.signal')}</strong> {say('consent.signal_text')}
          </span>
        </p>
      )}
      <section class="prose">
        <h2>{say('consent.always_title')}</h2>
        <p>{say('consent.always_text')}</p>
      </section>
      {page.choice === 'accepted' && <Accepted page={page} scene={scene} />}
      {page.choice !== 'accepted' && page.canAccept && <Asked page={page} scene={scene} />}
    </div>
  );
}

function Asked({ page, scene }: Props) {
  const { say } = scene;
  const { title, text } = consentWords(scene);
  return (
    <section class="prose consent-choice">
      <h2>{title}</h2>
      <p>{text}</p>
      {page.choice === 'rejected' && <p>{say('consent.is_rejected')}</p>}
      <ConsentButtons action={page.action} say={say} />
    </section>
  );
}

function Accepted({ page, scene }: Props) {
  const { say } = scene;
  return (
    <section class="prose consent-choice">
      <h2>{consentWords(scene).title}</h2>
      <p>{say('consent.is_accepted', { date: page.since ?? '' })}</p>
      <form method="post" action={page.action}>
        <button class="button" type="submit" name="choice" value="rejected">
          {say('consent.withdraw')}
        </button>
      </form>
      <p class="quiet">{say('consent.proof', { id: page.proof ?? '' })}</p>
    </section>
  );
}
