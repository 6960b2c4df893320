variable "name" {
  description = "Name of the network and prefix of what is in it"
  type        = string
}

variable "cidr" {
  description = "Address range of the network"
  type        = string
  default     = "10.0.0.0/16"
}
