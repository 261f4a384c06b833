import { Radio, Stack, Text } from '@mantine/core';
import { orderWords } from '../words.ts';
import styles from './label-choice.module.css';
import { type LabelSize, SHEETS, SIZES } from './use-labels.ts';

/** What labels are printed on; of a sheet of stickers also which of them is the first free one. */
export function LabelChoice(props: {
  readonly size: LabelSize;
  readonly onSize: (size: LabelSize) => void;
  readonly startAt: number;
  readonly onStartAt: (startAt: number) => void;
}) {
  const { size, onSize, startAt, onStartAt } = props;
  const { labels: t } = orderWords();
  const { across, down } = SHEETS[size];
  const places = Array.from({ length: across * down }, (_, index) => index + 1);
  return (
    <Stack gap="sm">
      <Radio.Group label={t.size} value={size} onChange={(chosen) => onSize(sizeOf(chosen))}>
        <Stack gap={10} mt={8}>
          {SIZES.map((one) => (
            <Radio key={one} size="sm" value={one} label={t.sizes[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {places.length > 1 && (
        <div>
          <Text size="sm" fw={500} id="first-free-label">
            {t.first}
          </Text>
          <div
            className={styles.sheet}
            role="radiogroup"
            aria-labelledby="first-free-label"
            style={{ gridTemplateColumns: `repeat(${across}, 1fr)` }}
          >
            {places.map((place) => (
              <label key={place} className={styles.place} data-is-used={place < startAt || undefined}>
                <input
                  type="radio"
                  name="first-free-label"
                  aria-label={t.place(place)}
                  checked={place === startAt}
                  onChange={() => onStartAt(place)}
                />
                <span aria-hidden>{place}</span>
              </label>
            ))}
          </div>
        </div>
      )}
    </Stack>
  );
}

function sizeOf(chosen: string): LabelSize {
  return SIZES.find((one) => one === chosen) ?? 'a6';
}
