import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';

export interface FilterChip {
  id: string;
  label: string;
  /** How many there are, beside the label. */
  count?: number;
}

export interface FilterChipsProps {
  /** What they filter, for screen readers: "State". */
  label: string;
  chips: FilterChip[];
  /** The ids of those that are on; none means that nothing is filtered. */
  selected: readonly string[];
  onSelect(ids: string[]): void;
  /** True when only one may be on. */
  single?: boolean;
}

/** Filters that stand side by side and show at a glance which are on. */
export const FilterChips = ({
  label,
  chips,
  selected,
  onSelect,
  single,
}: FilterChipsProps) => (
  <ToggleButtonGroup
    aria-label={label}
    selectionMode={single ? 'single' : 'multiple'}
    selectedKeys={selected}
    onSelectionChange={keys =>
      // In the order in which they stand, so that the same choice is the same address.
      onSelect(chips.map(({ id }) => id).filter(id => keys.has(id)))
    }
  >
    {chips.map(({ id, label: name, count }) => (
      <ToggleButton key={id} id={id} size="small">
        {count === undefined ? name : `${name} ${count}`}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
