variable "project_name" {
  description = "Name of the build project"
  type        = string
}

variable "description" {
  description = "What the project builds"
  type        = string
  default     = "Builds and pushes the image of a service"
}

variable "source_location" {
  description = "HTTPS address of the repository with the code"
  type        = string
}

variable "buildspec" {
  description = "Path of the buildspec in that repository"
  type        = string
}

variable "service_role_arn" {
  description = "Role that a build runs as"
  type        = string
}

variable "timeout_in_minutes" {
  description = "Time after which a build is stopped"
  type        = number
  default     = 20
}

variable "log_retention_in_days" {
  description = "Days that logs of builds stay"
  type        = number
  default     = 30
}
