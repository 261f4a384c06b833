import type { ComponentChildren } from 'preact';

export type IconName = keyof typeof DRAWINGS;

/** A line drawing of 24 × 24 in the colour of the text around it; says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}

const path = (d: string): ComponentChildren => <path d={d} />;

const DRAWINGS = {
  search: path('M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20'),
  menu: path('M3.5 8h17M3.5 16h17'),
  close: path('m5 5 14 14M19 5 5 19'),
  filter: path(
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  ),
  chevron: path('m6 9.5 6 6 6-6'),
  arrow: path('M4 12h16m-6-6 6 6-6 6'),
  back: path('M20 12H4m6-6-6 6 6 6'),
  zoom: path('M14 4h6v6m0-6-7 7m-3 9H4v-6m0 6 7-7'),
  mail: path('M3.5 6h17v12h-17Zm0 .5L12 13l8.5-6.5'),
  delivery: path(
    'M2.5 6.5h11v10h-11Zm11 3.5h4l4 3.5v3h-8M7 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10.5 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  ),
  returns: path('M8 4 4 8l4 4M4 8h10.5a5.5 5.5 0 0 1 0 11H7'),
  secure: path('M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6Zm-3 8.5 2.200 2.200L15.5 10'),
  craft: path(
    'M6.5 20.5h11M9 20.5c-3.5-2-4.5-5-4.5-7.5 0-3 2-4.5 2.5-6.5.3-1.5-.5-3-.5-3h11s-.8 1.5-.5 3c.5 2 2.5 3.5 2.5 6.5 0 2.5-1 5.5-4.5 7.5M5 12.5c3 1.5 11 1.5 14 0',
  ),
  support: path('M4 5h16v11h-8.5L7 20v-4H4Zm4.5 4h7m-7 3h4.5'),
  globe: path(
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0-17c5 5 5 12 0 17-5-5-5-12 0-17ZM3.800 9.5h16.400M3.800 14.5h16.400',
  ),
  ruler: path('m3 15.5 12.5-12.5L21 8.5 8.5 21Zm3-3 2 2m1-5 3 3m0-6 2 2m1-5 3 3'),
} satisfies Record<string, ComponentChildren>;
