import type { Scene } from '../scene.ts';

/**
 * The question whether this browser may be known again. It stands in every page, which is the same for everybody, and
 * consent.ts shows it to who has not decided yet; who has no scripts is not counted, and so not asked.
 */
export function ConsentBanner({ action, scene }: { action: string; scene: Scene }) {
  const { say, to } = scene;
  const { title, text } = consentWords(scene);
  return (
    <section class="consent" aria-labelledby="consent-title" data-consent hidden>
      <div class="consent-words">
        <h2 id="consent-title">{title}</h2>
        <p>
          {text} <a href={to('/privacy-choices')}>{say('consent.more')}</a>
        </p>
      </div>
      <ConsentButtons action={action} say={say} />
    </section>
  );
}

/** The question: in the shop's own words, or in the built-in ones. */
export function consentWords({ frame, say }: Scene): { readonly title: string; readonly text: string } {
  return frame.consentWords ?? { title: say('consent.title'), text: say('consent.text') };
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
