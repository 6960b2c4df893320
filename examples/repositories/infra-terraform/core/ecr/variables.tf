variable "repository_name" {
  description = "Name of the repository, shopstack-<service>."
  type        = string
}

variable "image_tag_mutability" {
  description = "IMMUTABLE, so that a tag always means the same image."
  type        = string
  default     = "IMMUTABLE"
}

variable "scan_on_push" {
  description = "Scan each image for known vulnerabilities when it is pushed."
  type        = bool
  default     = true
}

variable "keep_images" {
  description = "How many images to keep; older ones expire."
  type        = number
  default     = 200
}

variable "untagged_days" {
  description = "Days after which an untagged image expires."
  type        = number
  default     = 14
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
