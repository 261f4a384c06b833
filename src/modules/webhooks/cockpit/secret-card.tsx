import { Text } from '@mantine/core';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import type { Endpoint } from './endpoint-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { webhookWords } from './words.ts';

const ABOUT = ['webhooks'];

/** By what messages are signed, and changing it without losing one. */
export function SecretCard({ of: { id, isRotating } }: { readonly of: Endpoint }) {
  const t = webhookWords();
  const params = { id };
  const rotate = useWrite('rotateWebhookSecret', { about: ABOUT });
  const drop = useWrite('dropOldWebhookSecret', { about: ABOUT, onDone: () => sayDone(t.saved) });
  const actions = (
    <>
      {isRotating && (
        <ConfirmButton
          title={t.endRotationTitle}
          text={t.endRotationText}
          verb={t.endRotation}
          onConfirm={() => drop.mutateAsync({ params })}
        >
          {t.endRotation}
        </ConfirmButton>
      )}
      <ConfirmButton
        title={t.rotateTitle}
        text={t.rotateText}
        verb={t.rotate}
        isDangerous={false}
        onConfirm={() => rotate.mutateAsync({ params })}
      >
        {t.rotate}
      </ConfirmButton>
    </>
  );
  return (
    <Card title={t.secret} about={t.secretText} actions={useMay()('webhooks:write') ? actions : undefined}>
      <Text size="sm">{isRotating ? t.rotating : t.oneSecret}</Text>
      {rotate.data && <SecretDialog secret={rotate.data.secret} onClose={() => rotate.reset()} />}
    </Card>
  );
}
