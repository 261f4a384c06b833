import { Alert, Button, Group } from '@mantine/core';
import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { stockWords } from '../words.ts';
import { codeReader } from './read-codes.ts';
import styles from './scanner.module.css';
import { type Sightings, sight } from './sightings.ts';

const EVERY_MS = 120;

/** The camera as a barcode scanner: says each piece that it sees. It is on only while somebody wants it. */
export function Scanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const [isOn, setOn] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [seen, setSeen] = useState('');
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onCode);
  tell.current = onCode;
  const t = stockWords().scan;
  useEffect(() => {
    if (!isOn || video.current === null) return;
    const stop = watch(video.current, {
      onCode: (code) => {
        setSeen(code);
        navigator.vibrate?.(60);
        tell.current(code);
      },
      onProblem: (error) => {
        setProblem(error.name === 'NotAllowedError' ? t.notAllowed : t.noCamera(error.message));
        setOn(false);
      },
    });
    return stop;
  }, [isOn, t]);
  const isPossible = navigator.mediaDevices !== undefined;
  return (
    <div className={styles.scanner}>
      {isOn && (
        <div className={styles.frame}>
          <video ref={video} className={styles.video} muted playsInline aria-label={t.picture} />
          <span className={styles.line} aria-hidden />
          {seen !== '' && (
            <span key={seen} className={styles.seen}>
              {seen}
            </span>
          )}
        </div>
      )}
      {problem !== undefined && (
        <Alert color="red" role="alert" withCloseButton onClose={() => setProblem(undefined)}>
          {problem}
        </Alert>
      )}
      <Group>
        <Button
          variant={isOn ? 'default' : 'light'}
          fullWidth
          disabled={!isPossible}
          leftSection={isOn ? <CameraOff size={16} /> : <Camera size={16} />}
          onClick={() => {
            setProblem(undefined);
            setOn(!isOn);
          }}
        >
          {isOn ? t.stop : t.start}
        </Button>
      </Group>
    </div>
  );
}

/** Looks through the camera until it is stopped. */
function watch(
  video: HTMLVideoElement,
  told: { readonly onCode: (code: string) => void; readonly onProblem: (error: Error) => void },
): () => void {
  let isStopped = false;
  let stream: MediaStream | undefined;
  const look = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (isStopped) return stop();
    video.srcObject = stream;
    await video.play();
    const read = await codeReader();
    let sightings: Sightings;
    while (!isStopped) {
      const now = sight(sightings, await read(video), performance.now());
      sightings = now.sightings;
      if (now.isNew && sightings !== undefined) told.onCode(sightings.code);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  };
  const stop = () => {
    isStopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  look().catch((error: unknown) => {
    if (!isStopped) told.onProblem(error instanceof Error ? error : new Error(String(error)));
    stop();
  });
  return stop;
}
