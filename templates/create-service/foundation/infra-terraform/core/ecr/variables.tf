variable "repository_name" {
  description = "Name of the image repository"
  type        = string
}

variable "keep_images" {
  description = "How many images stay"
  type        = number
  default     = 100
}
