import type { Entity } from '@backstage/catalog-model';
import { SOURCE_NAMES, type SourceStatus } from '@shopstack/plugin-kit-common';
import {
  ON_CALL_ANNOTATION,
  type OnCall,
  OPSGENIE_SELECTOR_ANNOTATION,
  PAGERDUTY_KEY_ANNOTATION,
  PAGERDUTY_SERVICE_ANNOTATION,
} from '@shopstack/plugin-operations-common';

/** Addresses of the portal's own accounts with the providers, without a slash at the end. */
export interface OnCallAddresses {
  pagerDutyUrl?: string;
  opsgenieUrl?: string;
}

const LONGEST_TEXT = 500;

/** Ids of PagerDuty are capital letters and digits. */
const PAGERDUTY_ID = /^[A-Z0-9]{1,32}$/;

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Who is on call for an entity, from its annotations; a malformed one is a named problem beside the others. */
export function readOnCall(
  entity: Entity,
  { pagerDutyUrl, opsgenieUrl }: OnCallAddresses,
): { onCall: OnCall[]; problems: SourceStatus[] } {
  const value = (annotation: string) =>
    entity.metadata.annotations?.[annotation]?.trim() || undefined;
  const onCall: OnCall[] = [];
  const problems: SourceStatus[] = [];
  const read = (
    annotation: string,
    fits: (text: string) => boolean,
    toOnCall: (text: string) => OnCall,
  ) => {
    const text = value(annotation);
    if (text === undefined) {
      return;
    }
    if (text.length <= LONGEST_TEXT && !CONTROL.test(text) && fits(text)) {
      onCall.push(toOnCall(text));
    } else {
      problems.push({
        source: SOURCE_NAMES.catalog,
        instance: annotation,
        state: 'unavailable',
        reason: `The annotation '${annotation}' is malformed`,
      });
    }
  };

  // Only http addresses become links; anything else is shown as the text that it is.
  read(
    ON_CALL_ANNOTATION,
    () => true,
    text => ({
      provider: 'other',
      ...(URL.canParse(text) && /^https?:/i.test(text)
        ? { url: new URL(text).href }
        : { text }),
    }),
  );
  read(
    PAGERDUTY_SERVICE_ANNOTATION,
    text => PAGERDUTY_ID.test(text),
    text => ({
      provider: 'pagerduty',
      text,
      ...(pagerDutyUrl && {
        url: `${pagerDutyUrl}/service-directory/${encodeURIComponent(text)}`,
      }),
    }),
  );
  if (value(PAGERDUTY_KEY_ANNOTATION) && !value(PAGERDUTY_SERVICE_ANNOTATION)) {
    onCall.push({
      provider: 'pagerduty',
      ...(pagerDutyUrl && { url: pagerDutyUrl }),
    });
  }
  read(
    OPSGENIE_SELECTOR_ANNOTATION,
    () => true,
    text => ({
      provider: 'opsgenie',
      text,
      ...(opsgenieUrl && {
        url: `${opsgenieUrl}/alert/list?query=${encodeURIComponent(text)}`,
      }),
    }),
  );
  return { onCall, problems };
}
