/** Name of the service that an entity describes; joins it with everything that carries `SERVICE_LABEL`. */
export const SERVICE_ANNOTATION = 'shopstack.dev/service';

/** Label on Applications, workloads and pods: the service they belong to. */
export const SERVICE_LABEL = 'shopstack.dev/service';

/** Label on Applications, workloads and pods: the environment they run in. */
export const ENVIRONMENT_LABEL = 'shopstack.dev/environment';

/** One or several ARNs of Amazon ECR repositories, separated by commas. */
export const ECR_ARN_ANNOTATION = 'aws.amazon.com/amazon-ecr-arn';

/** One or several ARNs of AWS CodeBuild projects, separated by commas. */
export const CODEBUILD_ARN_ANNOTATION =
  'aws.amazon.com/aws-codebuild-project-arn';

/** Tags `key=value[,key=value]` by which Amazon ECR repositories are found, beside those named by ARN. */
export const ECR_TAGS_ANNOTATION = 'aws.amazon.com/amazon-ecr-tags';

/** Tags `key=value[,key=value]` by which AWS CodeBuild projects are found, beside those named by ARN. */
export const CODEBUILD_TAGS_ANNOTATION =
  'aws.amazon.com/aws-codebuild-project-tags';

/** Tags `key=value[,key=value]` by which the secrets of a service are found; absent means by the service's name. */
export const SECRET_TAGS_ANNOTATION = 'shopstack.dev/secret-tags';

/** Repository on GitHub as `owner/name`. */
export const GITHUB_PROJECT_SLUG_ANNOTATION = 'github.com/project-slug';

/** Label selector that finds the Argo CD applications of an entity. */
export const ARGOCD_APP_SELECTOR_ANNOTATION = 'argocd/app-selector';

/** One or several names of Argo CD applications, separated by commas. */
export const ARGOCD_APP_NAME_ANNOTATION = 'argocd/app-name';

/** Namespace in which the Application objects live (applications in any namespace). */
export const ARGOCD_APP_NAMESPACE_ANNOTATION = 'argocd/app-namespace';

/** Argo CD project of the applications. */
export const ARGOCD_PROJECT_NAME_ANNOTATION = 'argocd/project-name';

/** One or several configured Argo CD instances, separated by commas; absent means all. */
export const ARGOCD_INSTANCE_NAME_ANNOTATION = 'argocd/instance-name';

/** Label selector of the stock Kubernetes plugin. */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';

/** Name under which the service's objectives are kept. */
export const SLO_SERVICE_ANNOTATION = 'shopstack.dev/slo-service';

/** SLO files of the entity, separated by commas: addresses, or paths relative to the file that describes it. */
export const SLO_FILES_ANNOTATION = 'shopstack.dev/slo-files';

/** The configured Prometheus that records the service's objectives; absent means all. */
export const SLO_INSTANCE_ANNOTATION = 'shopstack.dev/slo-instance';
