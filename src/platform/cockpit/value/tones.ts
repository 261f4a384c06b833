/** Colours of text that can be read on light and on dark ground: 4.5 to 1 and more. */
export const TEXT_TONES = {
  bad: 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-4))',
  waiting: 'light-dark(#8a4b00, var(--mantine-color-orange-4))',
  good: 'light-dark(#0a6650, var(--mantine-color-teal-4))',
} as const;
