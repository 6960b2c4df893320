/** Who is on call: an address, or words such as a telephone number or a channel. */
export const ON_CALL_ANNOTATION = 'shopstack.dev/on-call';

/** Id of the service in PagerDuty. */
export const PAGERDUTY_SERVICE_ANNOTATION = 'pagerduty.com/service-id';

/** Key of an integration in PagerDuty. That it is there is told; the key is a secret and is not. */
export const PAGERDUTY_KEY_ANNOTATION = 'pagerduty.com/integration-key';

/** Query that finds the alerts of the service in Opsgenie. */
export const OPSGENIE_SELECTOR_ANNOTATION = 'opsgenie.com/component-selector';
