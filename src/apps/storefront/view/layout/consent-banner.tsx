import type { Scene } from '../scene.ts';

/**
 * The question whether this browser may be known again. It stands in every page, which is the same for everybody, and
 * consent.ts shows it to who has not decided yet; who has no scripts is not counted, and so not asked.
 */
export function ConsentBanner({ action, scene: { say, to } }: { action: string; scene: Scene }) {
  return (
    <section class="consent" aria-labelledby="consent-title" data-consent hidden>
      <div class="consent-words">
        <h2 id="consent-title">{say('consent.title')}</h2>
        <p>
          {say('consent.text')} <a href={to('/privacy-choices')}>{say('consent.more')}</a>
        </p>
      </div>
      <ConsentButtons action={action} say={say} />
    </section>
  );
}

/** Side by side, alike, one click each: saying no is as easy as saying yes. */
export function ConsentButtons({ action, say }: { action: string; say: Scene['say'] }) {
  return (
    <form class="consent-buttons" method="post" action={action}>
      <button class="button" type="submit" name="choice" value="rejected">
        {say('consent.reject')}
      </button>
      <button class="button" type="submit" name="choice" value="accepted">
        {say('consent.accept')}
      </button>
    </form>
  );
}
