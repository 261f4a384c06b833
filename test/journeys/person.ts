import type { Locator, Page } from 'playwright-core';

// Keystroke-level model (Card, Moran, Newell: The keystroke-level model for user performance time with interactive
// systems, CACM 23:7, 1980, table 1 and rule 0): seconds of an average, not a skilled, typist.
const KEY = 0.28;
const POINT = 1.1;
const BUTTON = 0.2;
const HOME = 0.4;
const MENTAL = 1.35;
// Silent reading of non-fiction (Brysbaert: How many words do we read per minute?, J. Memory and Language 109, 2019).
const WORDS_PER_SECOND = 238 / 60;

/** A person at a page, and the seconds that one would take for what it does. */
export type Person = {
  readonly click: (what: Locator) => Promise<void>;
  readonly type: (into: Locator, text: string) => Promise<void>;
  /** Chooses in a box that is typed into to find. */
  readonly pick: (from: Locator, option: Locator) => Promise<void>;
  /** Reads what the screen says, all of it, as somebody does who sees it the first time. */
  readonly read: (page: Page) => Promise<void>;
  /** What is done away from the screen: a code from a telephone. */
  readonly elsewhere: (seconds: number) => void;
  readonly seconds: () => number;
};

export function aPerson(): Person {
  let spent = 0;
  return {
    click: async (what) => {
      await what.click();
      spent += MENTAL + POINT + BUTTON;
    },
    type: async (into, text) => {
      await into.fill(text);
      spent += MENTAL + POINT + BUTTON + HOME + text.length * KEY + HOME;
    },
    pick: async (from, option) => {
      await from.click();
      await option.click();
      spent += 2 * (MENTAL + POINT + BUTTON);
    },
    read: async (page) => {
      const words = (await page.locator('main').innerText()).split(/\s+/).length;
      spent += words / WORDS_PER_SECOND;
    },
    elsewhere: (seconds) => {
      spent += seconds;
    },
    seconds: () => spent,
  };
}
