import { Button, FileButton, Group, Input } from '@mantine/core';
import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import { callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { marketWords } from '../words.ts';
import styles from './look.module.css';

type Picture = NonNullable<Told<'readTheme'>['logo']>;
const TYPES = 'image/png,image/svg+xml,image/webp,image/avif,image/jpeg';

/** A picture of the shop's own: taken in at once, used once it is saved. */
export function OwnPicture(props: {
  readonly label: string;
  readonly text: string;
  readonly value: Picture | undefined;
  readonly isReadOnly: boolean;
  readonly problem: string | undefined;
  readonly onChange: (picture: Picture | undefined) => void;
}) {
  const { label, text, value, isReadOnly, problem, onChange } = props;
  const t = marketWords().look;
  const mayUpload = useMay()('products:write');
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | null) => {
    if (file === null) return;
    setBusy(true);
    try {
      onChange(await callApi('uploadPicture', { query: { fileName: file.name }, file }));
    } catch (error) {
      sayFailed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Input.Wrapper label={label} description={text} error={problem} labelElement="div">
      {value && (
        <div className={styles.own}>
          <img src={`/media/${value.assetId}/320.webp`} alt={label} />
        </div>
      )}
      {!isReadOnly && (
        <Group gap="xs" mt={8}>
          {mayUpload && (
            <FileButton onChange={(file) => void take(file)} accept={TYPES}>
              {(button) => (
                <Button
                  {...button}
                  {...{ variant: 'default', loading: isBusy, leftSection: <ImageUp size={14} aria-hidden /> }}
                >
                  {t.upload(label)}
                </Button>
              )}
            </FileButton>
          )}
          {value && (
            <Button variant="subtle" onClick={() => onChange(undefined)}>
              {t.takeAway(label)}
            </Button>
          )}
        </Group>
      )}
    </Input.Wrapper>
  );
}
