import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Switch, TextField } from '@backstage/ui';
import { FilterChips } from '@shopstack/plugin-kit-react';
import { parseDuration } from '@shopstack/plugin-slo-common';
import { useState } from 'react';
import { formatMoment } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { readDuration } from './ranges';
import styles from './SloDetail.module.css';
import barStyles from './RangeBar.module.css';
import type { DetailAddress } from './useDetailAddress';

export interface RangeBarProps {
  address: DetailAddress;
  /** The ranges on offer, the longest first. */
  presets: string[];
}

/** A range in words of one's own. */
const OtherRange = ({ onShow }: { onShow(text: string): void }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className={barStyles.other}
      onSubmit={event => {
        event.preventDefault();
        const text = readDuration(typed);
        setWrong(text === undefined);
        if (text) onShow(text);
      }}
    >
      <TextField
        size="small"
        aria-label={t('range.custom')}
        placeholder={t('range.placeholder')}
        value={typed}
        onChange={value => {
          setTyped(value);
          setWrong(false);
        }}
        isInvalid={isWrong}
      />
      <Button type="submit" size="small" variant="secondary">
        {t('range.apply')}
      </Button>
      {isWrong && <span role="alert">{t('range.invalid')}</span>}
    </form>
  );
};

/** What part of time the charts show, how they are scaled, and whether the page follows what happens. */
export const RangeBar = ({ address, presets }: RangeBarProps) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { range, isLive, fit } = address;
  const isZoomed = range.kind === 'zoom';
  const preset = presets.find(
    each => range.kind === 'last' && parseDuration(each) === range.seconds,
  );
  // What was typed stands among the others while it is shown.
  const chips =
    range.kind === 'last' && !preset ? [range.text, ...presets] : presets;
  let hint: string = t('range.pausedHint');
  if (isLive) hint = t(isZoomed ? 'range.zoomedHint' : 'range.liveHint');
  return (
    <div className={barStyles.rangeBar}>
      <FilterChips
        single
        label={t('range.label')}
        chips={chips.map(id => ({ id, label: id }))}
        selected={range.kind === 'last' ? [preset ?? range.text] : []}
        onSelect={([text]) => text && address.showRange(text)}
      />
      <OtherRange onShow={address.showRange} />
      {range.kind === 'zoom' && (
        <span className={barStyles.zoomed}>
          {t('range.zoomed', {
            from: formatMoment(range.from),
            to: formatMoment(range.to),
          })}
          <Button size="small" variant="secondary" onPress={address.resetZoom}>
            {t('range.reset')}
          </Button>
        </span>
      )}
      <FilterChips
        single
        label={t('range.scale')}
        chips={[
          { id: 'whole', label: t('range.whole') },
          { id: 'fit', label: t('range.fit') },
        ]}
        selected={[fit ? 'fit' : 'whole']}
        onSelect={([id]) => id && address.setFit(id === 'fit')}
      />
      <span className={barStyles.live}>
        <Switch
          label={t('range.live')}
          isSelected={isLive}
          onChange={address.setLive}
        />
        <span className={styles.quiet}>{hint}</span>
      </span>
    </div>
  );
};
