/** A share of good events over a rolling window. */
export const OPENSLO_FILE = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: orders
  displayName: Orders
  labels:
    environment: prod
    team: [team-checkout, team-cart]
    costs/centre: "17"
  annotations:
    example.com/kept: elsewhere
spec:
  description: Orders that were placed and paid.
  service: checkout
  indicator:
    metadata:
      name: paid-orders
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(orders_total{state="paid"})
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(orders_total)
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: Internal
      target: 0.995
    - displayName: Contract
      targetPercent: 99
`;

/** Objects that refer to each other. */
export const OPENSLO_REFERENCES = `apiVersion: openslo/v1
kind: DataSource
metadata:
  name: metrics
spec:
  type: Prometheus
  connectionDetails:
    url: http://localhost:9090
---
apiVersion: openslo/v1
kind: Service
metadata:
  name: search
spec:
  description: Finds articles.
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: latency
spec:
  description: The slowest answers of five minutes.
  thresholdMetric:
    metricSource:
      metricSourceRef: metrics
      spec:
        query: histogram_quantile(0.99, sum by (le) (rate(search_seconds_bucket[5m])))
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: search-latency
spec:
  service: search
  indicatorRef: latency
  timeWindow:
    - duration: 1M
      calendar:
        startTime: 2026-01-01 00:00:00
        timeZone: Europe/Berlin
  budgetingMethod: Timeslices
  objectives:
    - op: lt
      value: 0.5
      target: 0.99
      timeSliceTarget: 0.95
      timeSliceWindow: 5
`;

export const OPENSLO_ALPHA_FILE = `apiVersion: openslo/v1alpha
kind: SLO
metadata:
  name: search
  displayName: Search
spec:
  service: shop
  description: Searches that were answered.
  budgetingMethod: Occurrences
  objectives:
    - ratioMetrics:
        good:
          source: prometheus
          queryType: promql
          query: sum(rate(searches_total{code!~"5.."}[{{.window}}]))
        total:
          source: prometheus
          queryType: promql
          query: sum(rate(searches_total[{{.window}}]))
      target: 0.999
    - ratioMetrics:
        good:
          source: prometheus
          queryType: promql
          query: sum(rate(searches_total{code="200"}[{{.window}}]))
        total:
          source: prometheus
          queryType: promql
          query: sum(rate(searches_total[{{.window}}]))
      target: 0.95
  timeWindows:
    - count: 28
      unit: Day
`;
