import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import styles from './file-drop.module.css';

/** A place for files: chosen by a click or a key, or dropped. */
export function FileDrop(props: {
  readonly label: string;
  readonly hint?: string;
  /** Media types with commas between them, as the browser's own dialog offers them. */
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { label, hint, accept, onFiles } = props;
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.drop}
        data-over={isOver || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }}
      >
        <FileUp size={18} aria-hidden />
        <span>{label}</span>
        {hint !== undefined && <span>{hint}</span>}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
