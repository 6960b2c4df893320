variable "project_name" {
  description = "Name of the project, shopstack-<service>."
  type        = string
}

variable "description" {
  description = "What the project builds."
  type        = string
  default     = "Builds and pushes the image of a service"
}

variable "service_role_arn" {
  description = "Role that builds run with."
  type        = string
}

variable "source_location" {
  description = "Clone address of the repository with the code."
  type        = string
}

variable "source_path" {
  description = "Folder of the service in the repository, services/<service>."
  type        = string
}

variable "buildspec" {
  description = "Path of the build specification in the repository."
  type        = string
}

variable "repository_url" {
  description = "Image repository that the build pushes to."
  type        = string
}

variable "compute_type" {
  description = "Size of the build machine."
  type        = string
  default     = "BUILD_GENERAL1_SMALL"
}

variable "build_image" {
  description = "Image that the build runs in."
  type        = string
  default     = "aws/codebuild/standard:7.0"
}

variable "build_timeout_minutes" {
  description = "Minutes after which a build is stopped."
  type        = number
  default     = 15
}

variable "concurrent_build_limit" {
  description = "How many builds of the project may run at once."
  type        = number
  default     = 2
}

variable "log_retention_days" {
  description = "Days for which build logs are kept."
  type        = number
  default     = 30
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
