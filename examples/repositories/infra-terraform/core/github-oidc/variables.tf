variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
