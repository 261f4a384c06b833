import { SectionHead } from './section-head.tsx';
import type { SectionOf } from './section-of.ts';

export function BrandStrip({ section }: { section: SectionOf<'brands'> }) {
  return (
    <section class="section brands">
      <SectionHead title={section.title} />
      <ul>
        {section.items.map(({ title, href }) => (
          <li>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
