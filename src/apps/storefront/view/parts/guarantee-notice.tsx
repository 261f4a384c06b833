import type { Scene } from '../scene.ts';

/**
 * What consumers of the European Union are reminded of before they buy goods (Directive 2011/83/EU, article 6 (1)(l), as
 * amended by Directive (EU) 2024/825): the legal guarantee, its least duration, who gives it, what it brings, and that a
 * guarantee somebody offers is something else. In the page's language.
 */
export function GuaranteeNotice({ scene: { say } }: { scene: Scene }) {
  return (
    <section class="guarantee" aria-label={say('guarantee.title')}>
      <p>
        <strong>{say('guarantee.title')}</strong>
      </p>
      <p>{say('guarantee.duration')}</p>
      <p>{say('guarantee.remedies')}</p>
      <p class="quiet">{say('guarantee.beside')}</p>
    </section>
  );
}
