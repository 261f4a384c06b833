import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { CopyField } from '../../../../platform/cockpit/form/index.ts';
import { useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { type ApiMoney, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { isZero } from '../money.ts';
import { orderWords } from '../words.ts';

export type LinkedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly accessToken: string;
  readonly due: ApiMoney;
};

/** A linked order as it was just made, with its pay link: told once. */
export function LinkedMade({ made, onClose }: { readonly made: LinkedOrder; readonly onClose: () => void }) {
  const { dealings: t, drafts } = orderWords();
  const go = useGo();
  const { storefront } = useSession().shop;
  const link = `${storefront.replace(/\/$/, '')}/orders/${made.number}/pay?key=${made.accessToken}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.linkedTitle(made.number)}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      centered
    >
      <Stack gap="md">
        <Text size="sm">{isZero(made.due) ? t.linkedPaid : t.linkedText(moneyOf(made.due))}</Text>
        {!isZero(made.due) && <CopyField label={t.payLink} value={link} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => go(`/orders/${made.orderId}`)}>
            {drafts.open}
          </Button>
          <Button onClick={onClose}>{t.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
