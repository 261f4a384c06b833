import type { ComponentChildren } from 'preact';

type Props = { readonly title: string; readonly id: string; readonly children: ComponentChildren };

/** A part of the checkout with its heading; style sheets number them. */
export function Step({ title, id, children }: Props) {
  return (
    <section class="step" aria-labelledby={`${id}-title`}>
      <h2 class="step-title" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
