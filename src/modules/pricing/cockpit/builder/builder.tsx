import { Button, Group, Select, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { Tester } from '../tester/tester.tsx';
import { priceWords } from '../words.ts';
import { BenefitLine } from './benefit-line.tsx';
import { usePromotionChoices } from './choices.ts';
import { ConditionLines } from './condition-lines.tsx';
import { kindOf, laneOf, type Promotion } from './promotion.ts';
import styles from './sentence.module.css';
import { Slot } from './slot.tsx';

export type Built = { readonly promotion: Promotion; readonly codes: readonly string[] };

/** A promotion as a sentence with slots, and beside it what it does to a cart, as it is written. */
export function Builder(props: {
  readonly built: Built;
  /** Of a promotion that is saved already. */
  readonly id?: string;
  readonly isOff: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (built: Built) => void;
}) {
  const { built, id, isOff, problems, onChange } = props;
  const { promotion, codes } = built;
  const t = priceWords().builder;
  const choices = usePromotionChoices();
  const listed = useRead('listPromotionMarkets', { query: {} }, { about: ['markets'] });
  const markets = (listed.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const change = (next: Promotion) => onChange({ ...built, promotion: next });
  const changeBenefit = (index: number, next: Promotion['benefits'][number]) => {
    const benefits = promotion.benefits.map((one, place) => (place === index ? next : one));
    const isOtherKind = promotion.benefits[index]?.kind !== next.kind || index > 0;
    change({ ...promotion, benefits, lane: isOtherKind || index === 0 ? laneFor(benefits) : promotion.lane });
  };
  return (
    <div className={styles.layout}>
      <Stack>
        <Card title={t.whatItDoes}>
          {promotion.benefits.map((benefit, index) => (
            // A benefit has no name but its place.
            <BenefitLine
              key={index}
              {...{ benefit, choices, isOff }}
              onChange={(next) => changeBenefit(index, next)}
            />
          ))}
          <ConditionLines {...{ promotion, choices, markets, isOff }} onChange={change} />
          <div className={styles.sentence}>
            {t.withWord}
            <CodeSlot {...{ built, isOff, onChange }} isSaved={id !== undefined} />
          </div>
          {!isOff && promotion.benefits.length < 5 && (
            <Button
              size="compact-sm"
              variant="subtle"
              mt="sm"
              onClick={() =>
                change({
                  ...promotion,
                  lane: 2,
                  benefits: [...promotion.benefits, { kind: 'free_delivery' }],
                })
              }
            >
              {t.addBenefit}
            </Button>
          )}
          {!isOff && promotion.benefits.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              mt="sm"
              onClick={() => change({ ...promotion, benefits: promotion.benefits.slice(0, -1) })}
            >
              {t.removeBenefit}
            </Button>
          )}
        </Card>
        <Card title={t.details}>
          <Details {...{ promotion, isOff, problems }} onChange={change} />
        </Card>
      </Stack>
      <Tester {...{ promotion, markets }} codes={codes} {...(id === undefined ? {} : { id })} />
    </div>
  );
}

/** Where everything in it fits: with something that is worked out on the whole order it is there. */
function laneFor(benefits: Promotion['benefits']): number {
  const lanes = new Set(benefits.map((benefit) => laneOf(kindOf(benefit))));
  const [only = 2] = lanes;
  return lanes.size === 1 ? only : 2;
}

function CodeSlot(props: {
  readonly built: Built;
  readonly isSaved: boolean;
  readonly isOff: boolean;
  readonly onChange: (built: Built) => void;
}) {
  const { built, isSaved, isOff, onChange } = props;
  const { promotion, codes } = built;
  const t = priceWords().builder;
  const isByCode = promotion.trigger === 'code';
  const text = isByCode ? (codes.length === 0 ? t.aCode : codes.join(` ${t.or} `)) : t.noCode;
  return (
    <Slot name={t.code} text={text} isEmpty={!isByCode} isOff={isOff}>
      <Switch
        label={t.needsCode}
        checked={isByCode}
        onChange={(event) => {
          const trigger = event.currentTarget.checked ? 'code' : 'automatic';
          onChange({ ...built, promotion: { ...promotion, trigger } });
        }}
      />
      {isByCode && !isSaved && (
        <TagsInput
          label={t.codes}
          description={t.codesText}
          value={[...codes]}
          maxTags={10}
          onChange={(typed) => onChange({ ...built, codes: typed.map((code) => code.toUpperCase()) })}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </Slot>
  );
}

function Details(props: {
  readonly promotion: Promotion;
  readonly isOff: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (promotion: Promotion) => void;
}) {
  const { promotion, isOff, problems, onChange } = props;
  const t = priceWords().builder;
  const lanes = useRead('listLanes', { query: { limit: '100' } }, { about: ['pricing'] });
  return (
    <Stack gap="sm">
      <TextInput
        label={t.name}
        description={t.nameText}
        required
        maxLength={200}
        disabled={isOff}
        value={promotion.name}
        error={problems['promotion.name'] ?? problems['name']}
        onChange={(event) => onChange({ ...promotion, name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t.lane}
          description={t.laneText}
          disabled={isOff}
          allowDeselect={false}
          data={(lanes.data?.items ?? []).map(({ lane, name, stacking }) => ({
            value: String(lane),
            label: `${name} · ${t.stackings[stacking]}`,
          }))}
          value={String(promotion.lane)}
          error={problems['lane']}
          onChange={(chosen) => onChange({ ...promotion, lane: Number(chosen ?? promotion.lane) })}
        />
        <Stack gap={8} mt={26}>
          <Switch
            label={t.exclusive}
            disabled={isOff}
            checked={promotion.isExclusive ?? false}
            onChange={(event) => onChange({ ...promotion, isExclusive: event.currentTarget.checked })}
          />
          <Switch
            label={t.inForce}
            disabled={isOff}
            checked={promotion.isActive ?? true}
            onChange={(event) => onChange({ ...promotion, isActive: event.currentTarget.checked })}
          />
        </Stack>
      </Group>
    </Stack>
  );
}
