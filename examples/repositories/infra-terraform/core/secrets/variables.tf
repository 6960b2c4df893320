variable "secret_names" {
  description = "Names of the secrets, shopstack/<environment>/<service>."
  type        = list(string)

  validation {
    condition     = alltrue([for name in var.secret_names : can(regex("^[a-z0-9-]+(/[a-z0-9-]+)+$", name))])
    error_message = "Names are lower case words joined by slashes, for example shopstack/dev/cart."
  }
}

variable "description" {
  description = "What the secrets hold."
  type        = string
  default     = "Configuration of a service"
}

variable "recovery_window_in_days" {
  description = "Days during which a deleted secret can be restored."
  type        = number
  default     = 7
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
