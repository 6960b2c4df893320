import { useAddress } from '@shopstack/plugin-kit-react';
import type { SloReference } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { OPEN_SLO_KEY, parseSloReference } from '../sloAddress';

/** The objective that the address of the tab names, so that it can be shared and the back button closes it. */
export function useOpenSlo(): SloReference | undefined {
  const [address] = useAddress();
  const text = address.get(OPEN_SLO_KEY);
  return useMemo(() => parseSloReference(text), [text]);
}
