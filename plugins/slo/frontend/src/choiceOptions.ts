import { parseEntityRef } from '@backstage/catalog-model';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { SLO_CHOICES, type SloChoice } from './sloFilter';

/** A value of a property and what people call it. */
export interface ChoiceOption {
  value: string;
  label: string;
}

/** Choices whose values are references of entities. */
const REFERENCES: ReadonlySet<SloChoice> = new Set(['owner', 'system']);

function nameOf(choice: SloChoice, value: string): string {
  return REFERENCES.has(choice) ? parseEntityRef(value).name : value;
}

/** The values that the objectives have of each property, by name. */
export function choiceOptions(
  slos: SloSummary[],
): Record<SloChoice, ChoiceOption[]> {
  const options = SLO_CHOICES.map(choice => {
    const values = new Set(slos.map(slo => slo[choice]));
    return [
      choice,
      [...values]
        .filter((value): value is NonNullable<typeof value> => Boolean(value))
        .map(value => ({ value, label: nameOf(choice, value) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    ] as const;
  });
  return Object.fromEntries(options) as Record<SloChoice, ChoiceOption[]>;
}
