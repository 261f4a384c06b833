import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { shellWords } from './messages/words.ts';

const accent: MantineColorsTuple = [
  ...(['#eef2ff', '#dde5ff', '#b9c8fd', '#92a9fa', '#6f8bf6'] as const),
  ...(['#4567ec', '#2f5bea', '#234bd0', '#1c3fb1', '#15318c'] as const),
];

/** Mantine's own, but for the shades that buttons are filled with: white letters are read on these (WCAG 1.4.3). */
const red: MantineColorsTuple = [
  ...(['#fff5f5', '#ffe3e3', '#ffc9c9', '#ffa8a8', '#ff8787'] as const),
  ...(['#d93636', '#d32f2f', '#f03e3e', '#e03131', '#c92a2a'] as const),
];

/** Cooler and deeper than Mantine's own. */
const dark: MantineColorsTuple = [
  ...(['#d6d8de', '#b4b8c1', '#8a8f9b', '#5e626d', '#3b3e47'] as const),
  ...(['#2d2f36', '#202228', '#1a1b1f', '#151619', '#0f1013'] as const),
];

/** Quiet and dense: one accent, small radii, 13 px text in tables. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  colors: { accent, dark, red },
  fontFamily: "'Inter Tight Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: {
      // Asked when one is drawn: the words are those of the person by then.
      defaultProps: () => ({
        ...{ radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
        closeButtonProps: { 'aria-label': shellWords().close },
        // A dialog upon a dialog would be a second banner of the page.
        attributes: { header: { role: 'none' } },
      }),
    },
    // Its own colour is too light on its own ground for letters.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
  },
});
