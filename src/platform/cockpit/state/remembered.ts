import { useCallback, useState } from 'react';

const PREFIX = 'institor choice ';

/**
 * A choice that this device remembers, such as the paper in its printer; what is remembered and no choice any more is
 * `first` again.
 *
 * @example
 * const [size, choose] = useRemembered('label size', ['a6', '4x6'], 'a6');
 */
export function useRemembered<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  first: Choice,
): [choice: Choice, choose: (choice: Choice) => void] {
  const [choice, setChoice] = useState(() => {
    const kept = localStorage.getItem(PREFIX + name);
    return choices.find((one) => one === kept) ?? first;
  });
  const choose = useCallback(
    (chosen: Choice) => {
      setChoice(chosen);
      try {
        localStorage.setItem(PREFIX + name, chosen);
      } catch (error) {
        // A full store forgets the choice; it holds as long as the screen does.
        if (!(error instanceof DOMException)) throw error;
      }
    },
    [name],
  );
  return [choice, choose];
}
