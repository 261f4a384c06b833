import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';
import { StorefrontChoice } from './storefront-choice.tsx';

export function Footer({ scene }: { scene: Scene }) {
  const { frame, say } = scene;
  return (
    <footer class="footer">
      <div class="footer-top">
        <div class="footer-brand">
          <p class="footer-name">{frame.shopName}</p>
          <p class="footer-tagline">{frame.tagline}</p>
        </div>
        {frame.footerMenus.map((menu) => (
          <nav class="footer-menu" aria-label={menu.title}>
            <p class="footer-title">{menu.title}</p>
            <ul>
              {menu.children.map(({ title, href }) => (
                <li>
                  <a href={href}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <Contact scene={scene} />
      </div>
      <div class="footer-end">
        <p>{say('footer.rights', { year: String(yearOf()), shop: frame.legalName || frame.shopName })}</p>
        {frame.hasWithdrawal && (
          <p>
            <a href={scene.to('/withdraw')}>{say('withdraw.link')}</a>
          </p>
        )}
        <p>
          <a href={scene.to('/privacy-choices')}>{say('consent.link')}</a>
        </p>
        <StorefrontChoice scene={scene} place="bottom" />
      </div>
    </footer>
  );
}

function Contact({ scene: { frame, say } }: { scene: Scene }) {
  return (
    <address class="footer-contact">
      <p class="footer-title">{say('footer.contact')}</p>
      {frame.email && (
        <p>
          <a href={`mailto:${frame.email}`}>
            <Icon name="mail" />
            {frame.email}
          </a>
        </p>
      )}
      {frame.phone && (
        <p>
          <a href={`tel:${frame.phone.replace(/[^+\d]/g, '')}`}>{frame.phone}</a>
        </p>
      )}
      {frame.postalAddress && <p class="footer-address">{frame.postalAddress}</p>}
    </address>
  );
}

function yearOf(): number {
  return Temporal.Now.plainDateISO().year;
}
