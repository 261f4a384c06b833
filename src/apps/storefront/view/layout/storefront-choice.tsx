import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** The same page in the shop's other languages and currencies: links, so that it works everywhere. */
export function StorefrontChoice({ scene, place }: { scene: Scene; place: 'top' | 'bottom' }) {
  const { storefronts } = scene.frame;
  if (storefronts.length < 2) return null;
  return (
    <nav class={`storefronts storefronts-${place}`} aria-label={scene.say(LABELS[place])}>
      <Icon name="globe" />
      <ul>
        {storefronts.map(({ title, href, locale, currency, isCurrent }) => (
          <li>
            <a href={href} lang={locale} hreflang={locale} aria-current={isCurrent ? 'true' : undefined}>
              {place === 'top' ? `${locale.slice(0, 2).toUpperCase()} ${currency}` : title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// Two landmarks of one kind need names that differ.
const LABELS = { top: 'nav.choose_country', bottom: 'footer.choose_country' } as const;
