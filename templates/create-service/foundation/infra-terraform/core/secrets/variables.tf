variable "secret_names" {
  description = "Names of the secrets, shopstack/<environment>/<service>"
  type        = list(string)
}

variable "recovery_window_in_days" {
  description = "Days in which a deleted secret can be brought back"
  type        = number
  default     = 7
}
