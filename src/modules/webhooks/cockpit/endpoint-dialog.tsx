import { Alert, Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../platform/cockpit/form/index.ts';
import { topicText } from './endpoint-state.tsx';
import { webhookWords } from './words.ts';

export type EndpointFields = {
  readonly url: string;
  readonly topics: readonly string[];
  readonly description: string;
};

/** Where messages go, which, and what for. */
export function EndpointDialog(props: {
  readonly title: string;
  readonly verb: string;
  readonly from: EndpointFields;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onDo: (fields: { url: string; topics: string[]; description: string }) => void;
  readonly onClose: () => void;
}) {
  const { title, verb, from, isBusy, error, onDo, onClose } = props;
  const t = webhookWords();
  const [url, setUrl] = useState(from.url);
  const [topics, setTopics] = useState([...from.topics]);
  const [description, setDescription] = useState(from.description);
  const { '': problem, ...wrong } = problemsByField(error);
  return (
    <Modal {...{ opened: true, onClose, title }} closeButtonProps={{ 'aria-label': t.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDo({ url, topics, description });
        }}
      >
        <Stack gap="md">
          <TextInput
            {...{ label: t.url, placeholder: t.urlHint, value: url, error: wrong['url'], type: 'url' }}
            onChange={(event) => setUrl(event.currentTarget.value)}
            maxLength={2000}
            data-autofocus
          />
          <MultiSelect
            {...{ label: t.topics, value: topics, error: wrong['topics'], searchable: true }}
            data={useTopicChoices()}
            onChange={setTopics}
          />
          <TextInput
            {...{ label: t.description, value: description, error: wrong['description'], maxLength: 500 }}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={isBusy} disabled={url === '' || topics.length === 0}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Everything, everything of a kind, or a single topic. */
function useTopicChoices() {
  const known = useRead('listWebhookTopics', {}, { about: ['webhooks'] }).data?.items ?? [];
  const kinds = [...new Set(known.map((topic) => `${topic.split('.')[0]}.*`))];
  return ['*', ...kinds, ...known].map((value) => ({ value, label: topicText(value) }));
}
