import { Button, Menu } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem, callApi, saveFile } from '../../../../platform/cockpit/api/index.ts';
import { sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords } from '../words.ts';

const FORMATS = [
  ['csv', 'readExplorationCsv'],
  ['xlsx', 'readExplorationXlsx'],
  ['parquet', 'readExplorationParquet'],
  ['pdf', 'readExplorationPdf'],
] as const;

/** The whole answer as a file, not only what is shown. */
export function DownloadMenu({ text }: { readonly text: string }) {
  const t = analyticsWords();
  const [isBusy, setBusy] = useState(false);
  const save = async ([format, operation]: (typeof FORMATS)[number]) => {
    setBusy(true);
    try {
      saveFile(
        await callApi(operation, { query: { q: text, language: writtenIn().language } }),
        `exploration.${format}`,
      );
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" loading={isBusy} leftSection={<Download size={14} />}>
          {t.explore.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format[0]} onClick={() => void save(format)}>
            {t.explore.formats[format[0]]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
