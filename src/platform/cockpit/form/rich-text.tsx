import { ActionIcon, Group, Input } from '@mantine/core';
import { Bold, Heading2, Italic, List } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { words } from '../messages/words.ts';
import { LinkTool } from './link-tool.tsx';
import styles from './rich-text.module.css';

/**
 * A text with headings, lists and links, as HTML. What is pasted comes without its looks; what is not allowed is taken out
 * where it is saved.
 */
export function RichText(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (html: string) => void;
  readonly error?: string;
  readonly isReadOnly?: boolean;
}) {
  const { label, value, onChange, error, isReadOnly = false } = props;
  const t = words().richText;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = box;
    // What is typed is in the box already; writing it again would move the caret.
    if (current && current.innerHTML !== value) current.innerHTML = value;
  }, [value]);
  const told = () => onChange(box.current?.innerHTML ?? '');
  const run = (command: string, argument?: string) => {
    box.current?.focus();
    document.execCommand(command, false, argument);
    told();
  };
  const tool = (name: string, icon: ReactNode, act: () => void) => (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={name} title={name} onClick={act}>
      {icon}
    </ActionIcon>
  );
  return (
    <Input.Wrapper label={label} labelProps={{ id }} error={error}>
      <div className={styles.frame}>
        {!isReadOnly && (
          <Group gap={2} className={styles.tools} role="toolbar" aria-label={label}>
            {tool(t.bold, <Bold size={14} />, () => run('bold'))}
            {tool(t.italic, <Italic size={14} />, () => run('italic'))}
            {tool(t.heading, <Heading2 size={14} />, () => run('formatBlock', 'h2'))}
            {tool(t.list, <List size={14} />, () => run('insertUnorderedList'))}
            <LinkTool box={box} run={run} />
          </Group>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea has no headings and links */}
        <div
          ref={box}
          className={styles.box}
          role="textbox"
          tabIndex={0}
          aria-multiline
          aria-labelledby={id}
          contentEditable={!isReadOnly}
          suppressContentEditableWarning
          onInput={told}
          onPaste={(event) => {
            event.preventDefault();
            document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
