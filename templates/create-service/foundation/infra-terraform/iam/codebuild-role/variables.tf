variable "project_name" {
  description = "Name of the build project that runs as this role"
  type        = string
}

variable "ecr_repository_arn" {
  description = "The one image repository that it may push to"
  type        = string
}
