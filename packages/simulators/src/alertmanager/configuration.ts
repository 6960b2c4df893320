import { Matcher, matchesLabels, parseFilter } from './matchers';

interface Route {
  readonly receiver: string;
  readonly matchers: readonly string[];
}

const DEFAULT_RECEIVER = 'team-chat';
const ROUTES: readonly Route[] = [
  { receiver: 'on-call', matchers: ['sloth_severity="page"'] },
  { receiver: 'on-call', matchers: ['severity=~"page|critical"'] },
];
const GROUP_BY = ['alertname', 'sloth_service', 'service'];
/** While an objective burns fast enough to page, its ticket says nothing new. */
const INHIBIT = {
  source: ['sloth_severity="page"'],
  target: ['sloth_severity="ticket"'],
  equal: ['sloth_id'],
};

/** How alerts are routed, as the configuration file of a real one would say it. */
export const CONFIGURATION = {
  route: {
    receiver: DEFAULT_RECEIVER,
    group_by: GROUP_BY,
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '12h',
    routes: ROUTES,
  },
  inhibit_rules: [
    {
      source_matchers: INHIBIT.source,
      target_matchers: INHIBIT.target,
      equal: INHIBIT.equal,
    },
  ],
  receivers: [{ name: DEFAULT_RECEIVER }, { name: 'on-call' }],
};

type LabelRecord = Readonly<Record<string, string>>;

export function receiverOf(labels: LabelRecord): string {
  const route = ROUTES.find(({ matchers }) =>
    matchesLabels(parsed(matchers), labels),
  );
  return route?.receiver ?? DEFAULT_RECEIVER;
}

/** The labels that name the group of an alert. */
export function groupLabels(labels: LabelRecord): Record<string, string> {
  return Object.fromEntries(
    GROUP_BY.flatMap(name => (labels[name] ? [[name, labels[name]]] : [])),
  );
}

/** True when an alert with the labels `source` silences one with the labels `target`. */
export function inhibits(source: LabelRecord, target: LabelRecord): boolean {
  return (
    matchesLabels(parsed(INHIBIT.source), source) &&
    matchesLabels(parsed(INHIBIT.target), target) &&
    INHIBIT.equal.every(name => (source[name] ?? '') === (target[name] ?? ''))
  );
}

function parsed(texts: readonly string[]): Matcher[] {
  return texts.map(text => parseFilter(text)!);
}
