import type { Link } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';

type Props = { readonly title: string; readonly text?: string; readonly more?: Link | undefined };

export function SectionHead({ title, text = '', more }: Props) {
  return (
    <div class="section-head">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {more && (
        <a class="more" href={more.href}>
          {more.title}
          <Icon name="arrow" />
        </a>
      )}
    </div>
  );
}
