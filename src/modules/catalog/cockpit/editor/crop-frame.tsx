import { Group, SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { productWords } from '../words.ts';
import styles from './editor.module.css';
import { type Crop, framed, WHOLE, within } from './recipe.ts';

const CORNERS = ['nw', 'ne', 'sw', 'se'] as const;
type Grip = (typeof CORNERS)[number] | 'all';
const RATIOS: Readonly<Record<string, number>> = { square: 1, portrait: 4 / 5, wide: 16 / 9 };
const STEP = 0.01;

/** The picture with a frame around what stays of it: drawn by the pointer, moved by arrows, or of set proportions. */
export function CropFrame(props: {
  readonly address: string;
  readonly crop: Crop | undefined;
  readonly onChange: (crop: Crop | undefined) => void;
}) {
  const { address, crop, onChange } = props;
  const { picture: t } = productWords();
  const box = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ grip: Grip; x: number; y: number; from: Crop }>();
  const frame = crop ?? WHOLE;
  const hold = (grip: Grip) => (event: PointerEvent) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ grip, x: event.clientX, y: event.clientY, from: frame });
  };
  const drag = (event: PointerEvent) => {
    const size = box.current?.getBoundingClientRect();
    if (held && size) {
      onChange(
        moved(
          held.from,
          held.grip,
          (event.clientX - held.x) / size.width,
          (event.clientY - held.y) / size.height,
        ),
      );
    }
  };
  const byKey = (grip: Grip) => (event: KeyboardEvent) => {
    const [x, y] = ARROWS[event.key] ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    onChange(moved(frame, grip, x * STEP, y * STEP));
  };
  const choose = (name: string) => {
    const image = box.current?.querySelector('img');
    const ratio = RATIOS[name];
    onChange(ratio && image ? framed(ratio, image.naturalWidth / image.naturalHeight) : undefined);
  };
  const place = (grip: (typeof CORNERS)[number]) => ({
    left: grip.endsWith('w') ? 0 : '100%',
    top: grip.startsWith('n') ? 0 : '100%',
  });
  return (
    <div>
      <div ref={box} className={styles.canvas} onPointerMove={drag} onPointerUp={() => setHeld(undefined)}>
        <img src={address} alt="" draggable={false} />
        <div
          className={styles.crop}
          role="slider"
          aria-label={t.crop}
          aria-valuenow={Math.round(frame.left * 100)}
          aria-valuetext={`${Math.round(frame.width * 100)} × ${Math.round(frame.height * 100)} %`}
          tabIndex={0}
          style={{
            left: `${frame.left * 100}%`,
            top: `${frame.top * 100}%`,
            width: `${frame.width * 100}%`,
            height: `${frame.height * 100}%`,
          }}
          onPointerDown={hold('all')}
          onKeyDown={byKey('all')}
        >
          {CORNERS.map((grip) => (
            <button
              key={grip}
              type="button"
              className={styles.handle}
              style={place(grip)}
              aria-label={`${t.crop} ${grip}`}
              onPointerDown={hold(grip)}
              onKeyDown={(event) => {
                event.stopPropagation();
                byKey(grip)(event);
              }}
            />
          ))}
        </div>
      </div>
      <Group justify="center" mt={6}>
        <SegmentedControl
          size="xs"
          aria-label={t.crop}
          value={crop === undefined ? 'free' : ''}
          data={[
            { value: 'free', label: t.free },
            { value: 'square', label: t.square },
            { value: 'portrait', label: t.portrait },
            { value: 'wide', label: t.wide },
          ]}
          onChange={choose}
        />
      </Group>
    </div>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function moved(from: Crop, grip: Grip, x: number, y: number): Crop {
  const { left, top, width, height } = from;
  if (grip === 'all') return within({ left: left + x, top: top + y, width, height });
  const [west, north] = [grip.endsWith('w'), grip.startsWith('n')];
  const [dx, dy] = [
    west ? Math.max(x, -left) : Math.min(x, 1 - left - width),
    north ? Math.max(y, -top) : Math.min(y, 1 - top - height),
  ];
  return within({
    left: west ? left + dx : left,
    top: north ? top + dy : top,
    width: west ? width - dx : width + dx,
    height: north ? height - dy : height + dy,
  });
}
