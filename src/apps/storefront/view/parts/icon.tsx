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
  download: path('M12 4v11m-5-4.500 5 5 5-5M5 20h14'),
  'money-back': path(
    'M4.5 12a7.500 7.500 0 1 0 2.200-5.300M4.5 4v4h4M14.500 9.500c-3-1.200-4.500 1.800-4 3.500.5 1.700 2.500 2.500 4 1.500M9 11.500h3.500',
  ),
  secure: path('M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6Zm-3 8.5 2.200 2.200L15.5 10'),
  craft: path(
    'M6.5 20.5h11M9 20.5c-3.5-2-4.5-5-4.5-7.5 0-3 2-4.5 2.5-6.5.3-1.5-.5-3-.5-3h11s-.8 1.5-.5 3c.5 2 2.5 3.5 2.5 6.5 0 2.5-1 5.5-4.5 7.5M5 12.5c3 1.5 11 1.5 14 0',
  ),
  support: path('M4 5h16v11h-8.5L7 20v-4H4Zm4.5 4h7m-7 3h4.5'),
  globe: path(
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0-17c5 5 5 12 0 17-5-5-5-12 0-17ZM3.800 9.5h16.400M3.800 14.5h16.400',
  ),
  cart: path('M4.5 8h15l-1.2 12.5H5.7Zm4 3V7a3.500 3.500 0 0 1 7 0v4'),
  person: path('M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.5-4 3.500-6 7.500-6s7 2 7.500 6'),
  check: path('m4.5 12.5 5 5L19.5 7'),
  alert: path('M12 3.5 2.500 20h19Zm0 6.5v5m0 2.200v.3'),
  bin: path('M4 6.500h16M9 6.500V4h6v2.500m-8.500 0 .8 14h9.400l.8-14M10 10.500v6m4-6v6'),
  heart: path(
    'M12 20S3.500 15 3.500 9.200A4.400 4.400 0 0 1 12 7.500a4.400 4.400 0 0 1 8.500 1.700C20.500 15 12 20 12 20Z',
  ),
  parcel: path(
    'm12 3.500 8 4.200v8.600l-8 4.200-8-4.200V7.700Zm-8 4.200 8 4.200 8-4.200m-8 4.200v8.600M8 5.600l8 4.300',
  ),
  key: path('M8 15.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm4-4h8.500v3.500m-3.500-3.500v2.500'),
  ruler: path('m3 15.5 12.5-12.5L21 8.5 8.5 21Zm3-3 2 2m1-5 3 3m0-6 2 2m1-5 3 3'),
} satisfies Record<string, ComponentChildren>;
