export const USAGE = `usage: npm run -s slo -- generate [flags] FILE...
       npm run -s slo -- validate FILE...

generate writes rules, or a dashboard, of files of service level objectives: Sloth prometheus/v1 and its Kubernetes
object, OpenSLO v1 and v1alpha. validate only says what is wrong with them. - is standard input.

  --mode guarded|sloth           guarded (default): weighs events, survives quiet and new services;
                                 sloth: rule for rule what Sloth generates
  --format FORMAT                prometheus, prometheusrule or dashboard; by default what the file is:
                                 a PrometheusRule for a Kubernetes object, a file of rules for the others
  -i, --input FILE               the same as FILE
  -o, --out FILE                 where the result goes (default: -, standard output)
  --default-slo-period DURATION  period of objectives that state none (default: 30d)
  --slo-period-windows-path DIR  files of kind AlertWindows, instead of those for 30d and 28d
  -l, --extra-labels KEY=VALUE   label of every recorded series; may be repeated
  --disable-recordings           no recording rules
  --disable-alerts               no alerts
  --disable-optimized-rules      sloth mode: the period from the queries, not from the 5 minute ratios
  --datasource UID               dashboard: the data source chosen at first
  --name NAME                    prometheusrule: name of the object (default: that of the file, or slo-SERVICE)
  --namespace NAMESPACE          prometheusrule: namespace of the object
  -h, --help                     this

Exit codes: 0 done, 1 problems in the files (FILE:LINE:COLUMN: PATH: REASON on standard error), 2 called wrongly.`;
