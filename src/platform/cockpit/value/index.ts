export { Pictured } from './pictured.tsx';
export { type PictureOf, Thumbnail } from './thumbnail.tsx';
export { type Happening, Timeline } from './timeline.tsx';
export { TEXT_TONES } from './tones.ts';
export { Interval, Sparkline, Trend } from './trend.tsx';
export { Count, Money, StateBadge, type Tone, When } from './values.tsx';
export { Why } from './why.tsx';
