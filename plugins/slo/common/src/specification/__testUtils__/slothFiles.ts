/** Two objectives of a service, with every field that the format has. */
export const SLOTH_FILE = `version: prometheus/v1
service: checkout
labels:
  team: team-checkout
  tier: 2
slos:
  - name: availability
    description: Orders are answered without errors of ours.
    objective: 99.9
    labels:
      category: availability
      tier: "1"
    sli:
      events:
        error_query: sum(rate(http_requests_total{job="checkout",code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total{job="checkout"}[{{.window}}]))
    alerting:
      name: CheckoutErrors
      labels:
        channel: checkout
      annotations:
        runbook: https://example.com/runbooks/checkout
      page_alert:
        labels:
          severity: critical
        annotations:
          summary: Wake somebody up
      ticket_alert:
        labels:
          severity: warning
  - name: freshness
    objective: 95
    sli:
      raw:
        error_ratio_query: |
          1 - (
            sum(sum_over_time(stock_fresh_ratio[{{ .window }}]))
            /
            sum(count_over_time(stock_fresh_ratio[{{ .window }}]))
          )
    alerting:
      page_alert:
        disable: true
      ticket_alert:
        disable: true
`;

/** The same objective as an object of Kubernetes. */
export const SLOTH_OBJECT = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: checkout-slos
  namespace: monitoring
  labels:
    app.kubernetes.io/part-of: shop
  annotations:
    example.com/owner: team-checkout
spec:
  service: checkout
  labels:
    team: team-checkout
  slos:
    - name: availability
      objective: 99.9
      sli:
        events:
          errorQuery: sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))
          totalQuery: sum(rate(http_requests_total[{{.window}}]))
      alerting:
        name: CheckoutErrors
        pageAlert:
          labels:
            severity: critical
        ticketAlert:
          disable: true
`;
