import { Icon } from '../parts/icon.tsx';
import type { SectionOf } from './section-of.ts';

export function Promises({ section }: { section: SectionOf<'promises'> }) {
  return (
    <section class="promises">
      <ul>
        {section.items.map(({ icon, title, text }) => (
          <li>
            <Icon name={icon} />
            <div>
              <p class="promise-title">{title}</p>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
