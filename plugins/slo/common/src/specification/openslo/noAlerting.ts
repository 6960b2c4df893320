import type { SloSpecification } from '../SloSpecification';

/** OpenSLO states no alerts in a way that rules could be made of: Sloth makes none, and neither do we. */
export function noAlerting(): SloSpecification['alerting'] {
  const none = () => ({ disable: true, labels: {}, annotations: {} });
  return {
    name: '',
    labels: {},
    annotations: {},
    page: none(),
    ticket: none(),
  };
}
